using System.Collections.Immutable;
using System.Text;
using Scriban.Syntax;
using SiteGen.Templating.Escaping;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>Binds statements in source order, because the HTML context of a value depends on the literal text before it.</summary>
internal sealed partial class StatementBinder
{
    private readonly BindingContext _context;
    private readonly ExpressionBinder _expressions;

    public StatementBinder(BindingContext context)
    {
        _context = context;
        _expressions = new ExpressionBinder(context, this);
    }

    /// <summary>The start of code or raw text that is not closed yet.</summary>
    public ScriptEscapeStatement? OpenCode { get; private set; }

    /// <summary>Binds the statements of a block, without its <c>end</c>.</summary>
    public BlockStatement Bind(ScriptBlockStatement? block)
    {
        if (block is null)
        {
            return new BlockStatement(default, []);
        }

        var statements = ImmutableArray.CreateBuilder<Statement>(block.Statements.Count);
        if (_context.CanEnter(block))
        {
            foreach (var statement in block.Statements)
            {
                _context.Problems.Resume();
                Bind(statement, statements);
            }
        }

        return new BlockStatement(_context.SpanOf(block), statements.ToImmutable());
    }

    private void Bind(ScriptStatement node, ImmutableArray<Statement>.Builder statements)
    {
        switch (node)
        {
            case ScriptRawStatement { Text.Length: > 0 } raw:
                statements.Add(BindText(raw, statements));
                break;
            case ScriptEscapeStatement escape:
                BindEscape(escape, statements);
                break;
            case ScriptRawStatement or ScriptEndStatement or ScriptNopStatement:
                break;
            default:
                statements.Add(BindCode(node));
                break;
        }
    }

    private Statement BindCode(ScriptStatement node) => node switch
    {
        ScriptExpressionStatement { Expression: ScriptAssignExpression assignment } => BindAssignment(assignment),
        ScriptExpressionStatement { Expression: ScriptVariableLocal { BaseName: "$" } } =>
            new WrappedBlockStatement(_context.SpanOf(node)),
        ScriptExpressionStatement { Expression: var expression } => BindPrint(_expressions.Bind(expression)),
        ScriptIfStatement condition => BindIf(condition),
        ScriptCaseStatement choice => BindCase(choice),
        ScriptForStatement loop => BindFor(loop),
        ScriptWhileStatement loop => BindWhile(loop),
        ScriptBreakStatement => new JumpStatement(KeywordSpan(node), Flow.Break),
        ScriptContinueStatement => new JumpStatement(KeywordSpan(node), Flow.Continue),
        ScriptCaptureStatement capture => BindCapture(capture),
        ScriptReadOnlyStatement { Variable: { } variable } =>
            new ReadOnlyStatement(KeywordSpan(node).To(_context.SpanOf(variable)), variable.BaseName, variable is ScriptVariableLocal),
        ScriptImportStatement import => new ImportStatement(KeywordSpan(node), _expressions.Bind(import.Expression)),
        ScriptWithStatement with => BindWith(with),
        ScriptWrapStatement wrap => BindWrap(wrap),
        ScriptFunction function => BindFunction(function),
        ScriptReturnStatement result => new ReturnStatement(
            KeywordSpan(node), result.Expression is null ? null : _expressions.Bind(result.Expression)),
        _ => Refuse(node),
    };

    private TextStatement BindText(ScriptRawStatement raw, ImmutableArray<Statement>.Builder statements)
    {
        var span = _context.Map.Span(raw.Text.Index, raw.Text.Index + raw.Text.Length);
        var bytes = _context.Map.Source.Bytes.Slice(span.Start, span.Length);

        // A value followed by a colon is the scheme of a URL.
        var last = statements.Count - 1;
        last -= last > 0 && statements[last] is IndentStatement ? 1 : 0;
        if (bytes.Span[0] == ':' && last >= 0 && statements[last] is PrintStatement { Place: OutputContext.Url } print)
        {
            statements[last] = print with { Place = OutputContext.UrlScheme };
        }

        if (_context.Options.EscapeHtml)
        {
            _context.Html.Scan(bytes.Span);
        }

        return new TextStatement(span, bytes);
    }

    private void BindEscape(ScriptEscapeStatement escape, ImmutableArray<Statement>.Builder statements)
    {
        OpenCode = escape.IsEntering ? escape : null;
        if (escape.EscapeCount > 0 || !_context.Options.AutoIndent)
        {
            return;
        }

        var indent = escape.WhitespaceMode == ScriptWhitespaceMode.None ? escape.Indent : null;
        statements.Add(new IndentStatement(
            _context.SpanOf(escape), escape.IsEntering ? Encoding.UTF8.GetBytes(indent ?? "") : null));
    }

    private Statement BindPrint(Expression value)
    {
        var place = OutputContext.Plain;
        if (_context.Options.EscapeHtml)
        {
            place = _context.Html.Place;
            _context.Html.Print();
        }

        // An include may be part of a tag, so its text is not escaped there.
        var isInclude = value is CallExpression { Input: null, Target: VariableExpression { Name: "include" } };
        return isInclude && place is OutputContext.Plain or OutputContext.Text or OutputContext.Tag && value is CallExpression call
            ? new PrintIncludeStatement(call, place)
            : new PrintStatement(value, place);
    }

    private Statement BindAssignment(ScriptAssignExpression node)
    {
        var target = _expressions.Bind(node.Target);
        var value = _expressions.Bind(node.Value);
        if (!target.IsAssignable)
        {
            _context.Report(SyntaxMessages.BadTarget(), target.Span);
            return new ReturnStatement(target.Span, null);
        }

        return node.EqualToken is { } sign && OperatorMap.FindChange(sign.TokenType) is { } change
            ? new ChangeStatement(target, new OperatorSite(change, _context.SpanOf(sign), value.Span), value)
            : new AssignStatement(target, value);
    }

    // A statement that starts with a keyword has it as its first node.
    private TextSpan KeywordSpan(ScriptStatement node)
    {
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            if (node.GetChildren(i) is ScriptKeyword keyword)
            {
                return _context.SpanOf(keyword);
            }
        }

        return _context.SpanOf(node);
    }

    private ReturnStatement Refuse(ScriptStatement node)
    {
        _context.Report(SyntaxMessages.ValueExpected(_context.TextOf(_context.SpanOf(node))), _context.SpanOf(node));
        return new ReturnStatement(_context.SpanOf(node), null);
    }
}
