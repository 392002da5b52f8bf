using System.Collections.Immutable;
using Scriban.Syntax;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Binding;

/// <content>Functions that templates define.</content>
internal sealed partial class StatementBinder
{
    /// <summary>Binds <c>do(x) … end</c>.</summary>
    public FunctionExpression BindAnonymous(ScriptFunction node) => new(_context.SpanOf(node), Define(node, "do"));

    private FunctionStatement BindFunction(ScriptFunction node)
    {
        var target = _expressions.Bind(node.NameOrDoToken as ScriptExpression);
        if (!target.IsAssignable)
        {
            _context.Report(SyntaxMessages.BadTarget(), target.Span);
        }

        // A function that is one expression has no word func: f(x) = x + 1.
        var head = node.EqualToken is null ? KeywordSpan(node)
            : node.CloseParen is { } close ? target.Span.To(_context.SpanOf(close))
            : target.Span;
        return new FunctionStatement(head, target, Define(node, _context.TextOf(target.Span)));
    }

    private FunctionDefinition Define(ScriptFunction node, string name)
    {
        var parameters = node is { HasParameters: true, Parameters: { } list } ? list.Select(BindParameter).ToImmutableArray() : default;
        var locals = new LocalTable();
        if (node.EqualToken is null)
        {
            var body = InScope(locals, () => BindApart(node.Body as ScriptBlockStatement));
            return new FunctionDefinition(name, parameters, body, null, locals);
        }

        var result = InScope(locals, () => _expressions.Bind((node.Body as ScriptExpressionStatement)?.Expression));
        return new FunctionDefinition(name, parameters, null, result, locals);
    }

    private static FunctionParameter BindParameter(ScriptParameter parameter)
    {
        var name = parameter.Name?.Name ?? "";
        var value = parameter.DefaultValue is { } literal ? ExpressionBinder.ValueOf(literal) : Value.Nil;
        return new FunctionParameter(name, value, parameter.DefaultValue is not null, parameter.EqualOrTripleDotToken?.Value == "...");
    }
}
