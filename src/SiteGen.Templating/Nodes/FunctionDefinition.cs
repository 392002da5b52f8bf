using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Nodes;

/// <summary>A parameter of a function that a template defines.</summary>
internal readonly record struct FunctionParameter(string Name, Value Default, bool IsOptional, bool IsRest);

/// <summary>What a template says about a function.</summary>
/// <param name="Name">The name it is defined by; for anonymous ones <c>do</c>.</param>
/// <param name="Parameters">The parameters; default when it has no list of them and reads <c>$</c>.</param>
/// <param name="Body">The statements, of a function with <c>end</c>.</param>
/// <param name="Result">The value, of a function that is one expression.</param>
/// <param name="Locals">Its <c>$</c> locals.</param>
internal sealed record FunctionDefinition(
    string Name, ImmutableArray<FunctionParameter> Parameters, Statement? Body, Expression? Result, LocalTable Locals);
