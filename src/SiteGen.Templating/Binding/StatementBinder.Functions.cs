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
        var outer = _context.Locals;
        var locals = new LocalTable();
        _context.Locals = locals;
        Statement? body = null;
        Expression? result = null;
        if (node.EqualToken is null)
        {
            body = BindApart(node.Body as ScriptBlockStatement);
        }
        else
        {
            result = _expressions.Bind((node.Body as ScriptExpressionStatement)?.Expression);
        }

        _context.Locals = outer;
        return new FunctionDefinition(name, parameters, body, result, locals);
    }

    private static FunctionParameter BindParameter(ScriptParameter parameter)
    {
        var name = parameter.Name?.Name ?? "";
        var value = parameter.DefaultValue is { } literal ? ExpressionBinder.ValueOf(literal) : Value.Nil;
        return new FunctionParameter(name, value, parameter.DefaultValue is not null, parameter.EqualOrTripleDotToken?.Value == "...");
    }
}
