using System.Collections.Immutable;
using Scriban.Syntax;
using SiteGen.Templating.Escaping;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Binding;

/// <content>Statements with blocks.</content>
internal sealed partial class StatementBinder
{
    private IfStatement BindIf(ScriptIfStatement node)
    {
        var branches = ImmutableArray.CreateBuilder<IfBranch>();
        var html = _context.Html;
        var start = html.State;
        HtmlState? end = null;
        Statement? otherwise = null;
        for (ScriptConditionStatement? part = node; part is not null;)
        {
            var test = part is ScriptIfStatement { Condition: var condition } ? _expressions.Bind(condition) : null;
            html.State = start;
            var body = Bind(part is ScriptIfStatement { Then: var then } ? then : (part as ScriptElseStatement)?.Body);
            if (test is null)
            {
                otherwise = body;
            }
            else
            {
                branches.Add(new IfBranch(test, body));
            }

            JoinBranch(ref end);
            part = (part as ScriptIfStatement)?.Else;
        }

        if (otherwise is null)
        {
            html.Join(start);
        }

        return new IfStatement(KeywordSpan(node).To(_context.SpanOf(node)), branches.ToImmutable(), otherwise);
    }

    private CaseStatement BindCase(ScriptCaseStatement node)
    {
        var subject = _expressions.Bind(node.Value);
        var branches = ImmutableArray.CreateBuilder<CaseBranch>();
        var start = _context.Html.State;
        HtmlState? end = null;
        Statement? otherwise = null;
        var indents = ImmutableArray.CreateBuilder<Statement>();
        for (var part = FirstBranch(node, indents); part is not null;)
        {
            _context.Html.State = start;
            if (part is ScriptWhenStatement when)
            {
                var values = when.Values.Select(_expressions.Bind).ToImmutableArray();
                branches.Add(new CaseBranch(values, Bind(when.Body)));
            }
            else
            {
                otherwise = Bind((part as ScriptElseStatement)?.Body);
            }

            JoinBranch(ref end);
            part = (part as ScriptWhenStatement)?.Next;
        }

        return new CaseStatement(KeywordSpan(node), subject, indents.ToImmutable(), branches.ToImmutable(), otherwise);
    }

    // Text between a case and its first branch is not printed.
    private ScriptConditionStatement? FirstBranch(ScriptCaseStatement node, ImmutableArray<Statement>.Builder indents)
    {
        foreach (var statement in node.Body?.Statements ?? [])
        {
            if (statement is ScriptConditionStatement branch)
            {
                return branch;
            }

            if (statement is ScriptEscapeStatement escape)
            {
                BindEscape(escape, indents);
            }
        }

        return null;
    }

    // If branches end in different contexts, the tracker keeps the stricter escaping.
    private void JoinBranch(ref HtmlState? end)
    {
        if (end is { } other)
        {
            _context.Html.Join(other);
        }

        end = _context.Html.State;
    }

    private CaptureStatement BindCapture(ScriptCaptureStatement node)
    {
        var target = _expressions.Bind(node.Target);
        if (!target.IsAssignable)
        {
            _context.Report(SyntaxMessages.CaptureTarget(), target.Span);
        }

        return new CaptureStatement(KeywordSpan(node), target, BindApart(node.Body));
    }

    private WithStatement BindWith(ScriptWithStatement node)
    {
        var target = _expressions.Bind(node.Name);
        var locals = new LocalTable();
        return new WithStatement(KeywordSpan(node), target, InScope(locals, () => Bind(node.Body)), locals);
    }

    private WrapStatement BindWrap(ScriptWrapStatement node)
    {
        var target = _expressions.Bind(node.Target);
        var call = target as CallExpression ?? new CallExpression(target.Span, target, null, []);
        var place = _context.Options.EscapeHtml ? _context.Html.Place : OutputContext.Plain;
        return new WrapStatement(KeywordSpan(node), call, InScope(null, () => Bind(node.Body)), place);
    }

    private WhileStatement BindWhile(ScriptWhileStatement node)
    {
        var test = _expressions.Bind(node.Condition);
        var start = _context.Html.State;
        var body = Bind(node.Body);
        _context.Html.Join(start);
        return new WhileStatement(KeywordSpan(node), test, body);
    }

    /// <summary>Binds a part that has its own locals; null when they are known only at run time.</summary>
    private T InScope<T>(LocalTable? locals, Func<T> bind)
    {
        var outer = _context.Locals;
        _context.Locals = locals;
        var bound = bind();
        _context.Locals = outer;
        return bound;
    }

    /// <summary>Binds a block whose output is printed elsewhere.</summary>
    private BlockStatement BindApart(ScriptBlockStatement? block)
    {
        var html = _context.Html.State;
        _context.Html.State = default;
        var body = Bind(block);
        _context.Html.State = html;
        return body;
    }
}
