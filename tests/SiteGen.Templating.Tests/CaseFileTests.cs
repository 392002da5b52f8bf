using System.Collections.Immutable;
using System.Text;
using SiteGen.Templating.Library;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Tests;

/// <summary>The project's own cases: what is escaped where, and what is said about mistakes.</summary>
public sealed class CaseFileTests
{
    private static readonly string[] s_files = ["escaping.txt", "errors.txt", "language.txt", "limits.txt"];

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var file in s_files)
        {
            foreach (var item in CaseFile.Read(file))
            {
                names.Add(file, item.Name);
            }
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_case_gives_the_output_and_the_problems_beside_it(string file, string name)
    {
        var item = CaseFile.Read(file).Single(item => item.Name == name);
        var (output, problems) = Run(item.Source, escapeHtml: file == "escaping.txt");
        var said = string.Join('\n', problems.Select(Describe));
        Assert.True(item.Output is not null || item.Problems is not null, "the case expects nothing");
        Assert.Equal((item.Problems ?? "", item.Output ?? output), (said, output));
    }

    [Fact]
    public void Every_rule_has_a_case()
    {
        var said = string.Join('\n', s_files.SelectMany(CaseFile.Read).Select(item => item.Problems));
        Assert.All(TemplateRules.All, rule => Assert.Contains(rule.Code, said, StringComparison.Ordinal));
    }

    // With the variable set, the files are written anew; what changed is then read before it is kept.
    [Theory]
    [InlineData("escaping.txt")]
    [InlineData("errors.txt")]
    [InlineData("language.txt")]
    [InlineData("limits.txt")]
    public void A_file_of_cases_is_what_its_cases_give(string file)
    {
        var text = string.Concat(CaseFile.Read(file).Select(item => Written(file, item))).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("SITEGEN_UPDATE_CASES") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        Assert.Equal(CaseFile.TextOf(file), text);
    }

    [Fact]
    public void Codes_of_rules_ascend()
    {
        var codes = TemplateRules.All.Select(rule => rule.Code).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
    }

    private static string Written(string file, CaseText item)
    {
        var (output, problems) = Run(item.Source, escapeHtml: file == "escaping.txt");
        var text = new StringBuilder($"--- {item.Name}\n{item.Source}\n\n");
        text.Append(item.Output is not null ? $"--- output\n{output}\n\n" : "");
        text.Append(problems.IsEmpty ? "" : $"--- problems\n{string.Join('\n', problems.Select(Describe))}\n\n");
        return text.ToString();
    }

    private static (string Output, ImmutableArray<Diagnostic> Problems) Run(string text, bool escapeHtml)
    {
        var options = new TemplateOptions { EscapeHtml = escapeHtml };
        var main = TemplateParser.Parse(Source("main", text), options);
        if (main.Value.HasErrors)
        {
            return ("", main.Diagnostics);
        }

        var included = TemplateParser.Parse(Source("part", "<i>{{ $1 }}</i>{{ if $2; $2.x.y; end }}"), options).Value;
        var limits = new RenderOptions
        {
            Strict = text.Contains("strict", StringComparison.Ordinal),
            WorkLimit = 100_000,
            OutputLimit = 200_000,
            RegexTimeout = RegexTimeout(text),
        };
        var context = new RenderContext(TemplateSet.Create([included]), BuiltinFunctions.Table, limits);
        var output = new Utf8Buffer();
        context.Render(main.Value, new Model(), null, output);
        return (output.ToString(), context.Diagnostics);
    }

    // Only the case of the timeout may depend on how fast the machine is.
    private static TimeSpan RegexTimeout(string text) =>
        text.Contains("50 ms", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(50) : new RenderOptions().RegexTimeout;

    private static string Describe(Diagnostic problem)
    {
        var text =
            $"{At(problem.Start)}-{At(problem.End)} {problem.Severity.ToString().ToLowerInvariant()} {problem.Rule.Code} {problem.Message}";
        text += string.Concat(problem.Notes.Select(note => $"\nnote {note.Path} {At(note.Start)} {note.Message}"));
        return problem.Hint is null ? text : text + "\nhint " + problem.Hint;
    }

    private static string At(LinePosition place) => $"{place.Line}:{place.Column}";

    private static SourceText Source(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private sealed class Closed : IClosedMembers
    {
        public string Description => "a thing";

        public ImmutableArray<string> Names => ["title", "url"];

        public bool TryGet(string name, out Value value)
        {
            value = name == "title" ? Value.From("T") : Value.Nil;
            return name is "title" or "url";
        }
    }

    private sealed class Model : IMembers
    {
        public ImmutableArray<string> Names => ["title", "evil", "script_url", "content", "number", "list", "post", "closed"];

        public bool TryGet(string name, out Value value)
        {
            value = name switch
            {
                "title" => Value.From("Tom & \"Jerry\" <b>"),
                "evil" => Value.From("\" onload=alert(1) x='"),
                "script_url" => Value.From(" java\tscript:alert(1)"),
                "content" => Value.Html("<p title=\"x\">A &amp; B</p>"u8.ToArray()),
                "number" => Value.From(7),
                "list" => Value.OfStrings(["a<", "b"]),
                "post" => Value.From(this),
                "closed" => Value.From(new Closed()),
                _ => Value.Nil,
            };
            return !value.IsNil;
        }
    }
}
