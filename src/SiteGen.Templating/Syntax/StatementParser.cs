using System.Collections.Immutable;
using SiteGen.Templating.Escaping;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>Parses statements, and through them whole templates.</summary>
/// <remarks>After a problem it goes on behind the statement, so that independent ones are found in one run.</remarks>
internal sealed partial class StatementParser
{
    private readonly TokenReader _tokens;
    private readonly HtmlContextTracker _html = new();
    private readonly TemplateOptions _options;
    private Token? _openCode;
    private int _problemsBefore;
    private int _strayBlocks;
    private bool _hasIndents;
    private bool _isEndReported;
    private string? _otherWord;

    private StatementParser(TokenReader tokens, TemplateOptions options, LocalTable? locals)
    {
        _tokens = tokens;
        _options = options;
        Locals = locals;
        Expressions = new ExpressionParser(tokens, this);
    }

    public ExpressionParser Expressions { get; }

    /// <summary>The locals of what is being parsed; null where they are known only when it runs.</summary>
    public LocalTable? Locals { get; private set; }

    /// <summary>Parses a template.</summary>
    public static ParseResult<Template> ParseTemplate(SourceText source, TemplateOptions options) =>
        ParseAll(source, options, new LocalTable(), isCode: false);

    /// <summary>Parses text that a template gives to be run in its own place, as a template or as code.</summary>
    public static ParseResult<Template> ParseInPlace(SourceText source, TemplateOptions options, bool isCode) =>
        ParseAll(source, options, null, isCode);

    private static ParseResult<Template> ParseAll(SourceText source, TemplateOptions options, LocalTable? locals, bool isCode)
    {
        var problems = new Problems(source);
        var tokens = new TokenReader(source, problems, options.NestingLimit);
        if (isCode)
        {
            tokens.Lexer.StartInCode();
        }

        tokens.Advance();
        var body = new StatementParser(tokens, options, locals).ParseBody();
        var template = new Template(source, options, body, locals ?? new LocalTable(), problems.Count > 0);
        return new ParseResult<Template>(template, problems.Found);
    }

    /// <summary>Reports an assignment where only a value can stand.</summary>
    public void RefuseAssignment(Expression target)
    {
        if (OperatorTable.IsAssignment(_tokens.Current.Kind))
        {
            _tokens.Report(
                TemplateRules.BadTarget,
                target.Span,
                "an assignment is a statement of its own and cannot stand here",
                "to compare, write ==");
        }
    }

    private BlockStatement ParseBody()
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        ParseStatements(statements);
        while (!_tokens.Is(TokenKind.End))
        {
            ReportStray();
            ParseStatements(statements);
        }

        return new BlockStatement(TextSpan.Between(0, _tokens.Current.End), statements.ToImmutable());
    }

    // An end is underlined at its last letter, where what it should have closed would have to start.
    private void ReportStray()
    {
        var token = _tokens.Current;
        var name = _tokens.TextOf(token);
        var span = name == "end" ? new TextSpan(token.End - 1, 1) : token.Span;
        _tokens.Report(TemplateRules.StrayKeyword, span, $"'{name}' belongs to nothing that is open", OtherWordHint());
        var skipsEnd = name != "end";
        _tokens.Advance();
        _tokens.Recover();
        if (skipsEnd)
        {
            _strayBlocks++;
        }
    }

    private string? OtherWordHint() => _otherWord switch
    {
        "unless" => "'unless' opens no block; write if !",
        "foreach" => "'foreach' opens no block; write for",
        "macro" or "block" => $"'{_otherWord}' opens no block; write func",
        _ => null,
    };

    /// <summary>Parses statements up to a word that ends or divides the block around them.</summary>
    private void ParseStatements(ImmutableArray<Statement>.Builder statements)
    {
        while (true)
        {
            switch (_tokens.Current.Kind)
            {
                case TokenKind.End:
                    ReportOpenCode();
                    return;
                case TokenKind.Text:
                    MarkScheme(statements);
                    statements.Add(ParseText());
                    break;
                case TokenKind.OpenCode:
                    OpenCode(statements);
                    break;
                case TokenKind.CloseCode:
                    CloseCode(statements);
                    break;
                case TokenKind.NewLine or TokenKind.Semicolon:
                    _tokens.Advance();
                    break;
                case var _ when SkipsStrayEnd():
                    break;
                default:
                    if (_tokens.IsWord("end"u8) || _tokens.IsWord("else"u8) || _tokens.IsWord("when"u8))
                    {
                        return;
                    }

                    if (ParseStatement() is { } statement)
                    {
                        statements.Add(statement);
                    }

                    FinishStatement();
                    break;
            }
        }
    }

    // The end of a block whose start was the mistake is none.
    private bool SkipsStrayEnd()
    {
        if (_strayBlocks == 0 || _openBlocks > 0 || !_tokens.IsWord("end"u8))
        {
            return false;
        }

        _strayBlocks--;
        _tokens.Advance();
        return true;
    }

    // What a value means in a URL can depend on the colon behind it.
    private void MarkScheme(ImmutableArray<Statement>.Builder statements)
    {
        if (statements.Count > 0
            && statements[^1] is PrintStatement { Place: OutputContext.Url } print
            && _tokens.Bytes(_tokens.Current)[0] == ':')
        {
            statements[^1] = print with { Place = OutputContext.UrlScheme };
        }
    }

    private TextStatement ParseText()
    {
        var token = _tokens.Current;
        if (_options.EscapeHtml)
        {
            _html.Scan(_tokens.Bytes(token));
        }

        _tokens.Advance();
        return new TextStatement(token.Span, _tokens.Memory(token));
    }

    private void OpenCode(ImmutableArray<Statement>.Builder statements)
    {
        var token = _tokens.Current;
        _openCode = token;
        _problemsBefore = _tokens.Problems.Count;
        if (token.Mark > 0 && _options.AutoIndent)
        {
            _hasIndents = true;
            var indent = _tokens.AllBytes[(token.Start - token.Mark)..token.Start].ToArray();
            statements.Add(new IndentStatement(token.Span, indent));
        }

        _tokens.Advance();
    }

    private void CloseCode(ImmutableArray<Statement>.Builder statements)
    {
        _openCode = null;
        if (_hasIndents)
        {
            statements.Add(new IndentStatement(_tokens.Current.Span, []));
        }

        _tokens.Advance();
    }

    private void ReportOpenCode()
    {
        if (_openCode is { } open && !_isEndReported && _tokens.Problems.Count == _problemsBefore)
        {
            _tokens.Report(TemplateRules.Unclosed, open.Span, "this code is never closed", "end it with }}");
            _isEndReported = true;
        }
    }

    private void FinishStatement()
    {
        if (!_tokens.IsLost && !_tokens.Current.EndsStatement)
        {
            var hint = _tokens.Is(TokenKind.Colon) ? "arguments stand behind the name with blanks between them: truncate 5" : null;
            _tokens.Unexpected("the end of the statement is expected", hint);
        }

        if (_tokens.IsLost)
        {
            _tokens.Recover();
        }
    }

    private Statement? ParseStatement()
    {
        var token = _tokens.Current;
        if (token.Kind == TokenKind.WrappedBlock)
        {
            _tokens.Advance();
            return new WrappedBlockStatement(token.Span);
        }

        if (token.Kind != TokenKind.Identifier || (token.End < _tokens.AllBytes.Length && _tokens.AllBytes[token.End] == '.'))
        {
            return ParseExpressionStatement();
        }

        return _tokens.TextOf(token) switch
        {
            "if" => ParseIf(token),
            "case" => ParseCase(token),
            "for" => ParseFor(token, isTable: false),
            "tablerow" => ParseFor(token, isTable: true),
            "while" => ParseWhile(token),
            "break" => ParseJump(token, Flow.Break),
            "continue" => ParseJump(token, Flow.Continue),
            "capture" => ParseCapture(token),
            "readonly" => ParseReadOnly(token),
            "import" => ParseImport(token),
            "with" => ParseWith(token),
            "wrap" => ParseWrap(token),
            "func" => ParseFunction(token),
            "ret" => ParseReturn(token),
            "unless" or "foreach" or "macro" or "block" => ParseOtherWord(token),
            _ => ParseExpressionStatement(),
        };
    }

    // A name like any other here, but in other template languages it opens a block: an 'end' too many may be meant for it.
    private Statement? ParseOtherWord(Token token)
    {
        _otherWord = _tokens.TextOf(token);
        return ParseExpressionStatement();
    }
}
