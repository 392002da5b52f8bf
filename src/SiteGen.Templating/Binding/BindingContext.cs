using System.Runtime.CompilerServices;
using System.Text;
using Scriban.Syntax;
using SiteGen.Templating.Escaping;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>What is known while one template is bound.</summary>
internal sealed class BindingContext(SourceMap map, TemplateOptions options, LocalTable? locals)
{
    public SourceMap Map => map;

    public TemplateOptions Options => options;

    public Problems Problems { get; } = new(map.Source);

    /// <summary>The HTML context after the literal text so far.</summary>
    public HtmlContextTracker Html { get; } = new();

    /// <summary>The locals of what is being bound; null if they are known only at run time.</summary>
    public LocalTable? Locals { get; set; } = locals;

    /// <summary>The bytes of a node. Spans of the syntax tree count UTF-16 units and have inclusive ends.</summary>
    public TextSpan SpanOf(ScriptNode node) => map.Span(node.Span.Start.Offset, node.Span.End.Offset + 1);

    public string TextOf(TextSpan span) => Encoding.UTF8.GetString(map.Source.Bytes.Span[span.Start..span.End]);

    public void Report(DiagnosticMessage message, TextSpan span) => Problems.Report(message, span);

    /// <summary>Whether the stack has room for another level; reports a problem if not.</summary>
    /// <remarks>The package's parser limits the levels; this covers a stack that was nearly full at the start.</remarks>
    public bool CanEnter(ScriptNode node)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        Report(SyntaxMessages.TooDeep(options.NestingLimit), SpanOf(node) with { Length = 1 });
        return false;
    }
}
