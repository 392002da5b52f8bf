using System.Collections.Immutable;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Library;

namespace SiteGen.Templating.Tests.Oracle;

/// <content>Calls of every built-in function, and of functions of the template.</content>
internal sealed partial class TemplateGenerator
{
    // Without what only we have, and what is random.
    private static readonly ImmutableArray<string> s_builtins =
        [.. BuiltinFunctions.Table.Names.Except(["html.raw", "date.long", "math.random", "math.uuid"])];

    // Joined templates print no arguments of theirs: in the package they see those of include_join.
    private static readonly Dictionary<string, string[]> s_textsByParameter = new()
    {
        ["pattern"] =
        [
            "'%Y-%m-%d'", "'%d %b %y'", "'a'", "'[a-z]+'", "'(\\\\w)(\\\\d)?'", "'%F %T'", "'\\\\s'",
            "'%e|%k|%l|%j|%U|%p|%Z|%%|%q'", "'.'", "''",
            "'('", "'%m/%d/%y'", "'%A, %B %-d'", "'%G-W%V %u %w %s %N %L'", "'%^a %x %X %c %D %r %R %h %C %I %P %v %g'",
        ],
        ["input_pattern"] = ["'%Y-%m-%d'", "'%m/%d/%y'", "null", "'%d.%m.%Y %H:%M'"],
        ["output_pattern"] = ["'%Y-%m-%d'", "'%F %T'", "null", "'%d %B %Y'"],
        ["text"] =
        [
            "'2024-02-29'", "'7/4/19'", "'2024-01-02T03:04:05Z'", "'10:11:12'", "'1.02:03:04'", "'not'", "'29.02.2024 10:30'",
            "'YWJj'", "s", "t",
            "'<b>x</b> &amp; y'", "'a-b c_d'", "'x1 y2'", "'été'", "words[0]", "'The quick brown fox'", "\"l1\\nl2\\r\\nl3\"",
            "'Tom & \"J\"'",
        ],
        ["format"] =
        [
            "'0.00'", "'C2'", "'N0'", "'D5'", "'X'", "'yyyy'", "'G'", "'P1'", "'#,##0.###'", "''", "'Z9'",
            "'E3'", "'R'", "'hh\\\\:mm'"
        ],
        ["culture"] = ["'en-US'", "''", "null", "'en'"],
        ["options"] = ["'i'", "'m'", "'s'", "'x'", "''", "'im'", "'q'", "'$'"],
        ["member"] = ["'title'", "'a'", "'b'", "'missing'", "null", "'made'", "'size'", "'a.b'"],
        ["key"] = ["'a'", "'title'", "'missing'", "null", "'size'", "1"],
        ["json"] =
        [
            "'{\"a\": [1, 2.5, null, true]}'", "'[1'", "'\"x\"'", "'12'", "''",
            "'{\"b\":{\"c\":10000000000}}'", "s", "(o | object.to_json)"
        ],
        ["stringComparison"] = ["'Ordinal'", "'OrdinalIgnoreCase'", "'x'", "null"],
        ["delimiter"] = ["', '", "''", "'-'", "null", "1"],
        ["template_names"] = ["['plain', 'loop']", "['plain']", "[]", "['missing']", "null", "'plain'", "['lines', 'plain']", "['']"],
        ["separator"] = ["', '", "'tpl:plain'", "'tpl:missing'", "''", "null", "'tpl:'"],
        ["prefix"] = ["'<'", "'tpl:lines'", "null", "'tpl:missing'", "''"],
        ["suffix"] = ["'>'", "'tpl:loop'", "null", "'tpl:broken'"],
        ["match"] = ["'a'", "''", "' '", "'o'", "','", "null", "'été'"],
        ["replace"] = ["'b'", "''", "'$1'", "null", "'$$'", "'${1}x'", "'[$&]'"],
    };

    // Functions without parameters, which are values in the package: they cannot be called there.
    private static readonly string[] s_constants = ["date.format", "date.default_format", "timespan.zero"];

    private static readonly string[] s_parameters = ["p", "q"];

    private static readonly string[] s_evaluated =
        [
            "'1 + 2'", "'x = 5; x'", "'ret 3'", "'{{ x }} y'", "'for i in 1..3; i; end'", "s", "'1 +'",
            "'if true; 2; end'", "''", "5", "null", "'$0'"
        ];

    // A call with arguments separated by blanks.
    private Fragment Call(Kind kind, int depth)
    {
        if (Chance(12))
        {
            return UserCall(depth);
        }

        var name = BuiltinFor(kind);
        return Fragment.Expression(name, ArgumentsOf(name, 0, depth));
    }

    private Fragment UserCall(int depth)
    {
        // A parameter that is given twice is a mistake, which the package does not see.
        var arguments = Enumerable.Range(0, random.Next(4))
            .Select(i => Argument(Operand(Kind.Any, depth - 1), i < 2 && Chance(70) ? s_parameters[i] : "a"));
        return Fragment.Expression(Pick(["f", "g", "f", "x", "o.a"]), Fragment.List(arguments));
    }

    private Fragment Pipe(Kind kind, int depth)
    {
        var parts = new List<Fragment> { Operand(kind, depth) };
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            // Behind @, the rest of the pipe belongs to the function.
            var name = Chance(8) ? Pick(["f", "g", "missing", "x", count == 1 ? "@f" : "f"]) : BuiltinFor(kind);
            parts.AddRange([" | ", name, ArgumentsOf(name, 1, depth - 1)]);
        }

        return Fragment.Expression([.. parts]);
    }

    private Fragment ExplicitCall(int depth)
    {
        var builtin = BuiltinFor(Kind.Any);
        var name = Chance(80) && !s_constants.Contains(builtin) ? builtin : Pick(["f", "g"]);
        var parameters = ParametersOf(name);
        var parts = new List<Fragment> { name, "(" };
        for (var i = 0; i < parameters.Length; i++)
        {
            parts.AddRange([i > 0 ? ", " : "", ValueFor(name, parameters[i], depth)]);
        }

        return Fragment.Expression([.. parts, ")"]);
    }

    // The function's group goes with the kind of value now and then, so that pipes make sense.
    private string BuiltinFor(Kind kind)
    {
        var group = kind switch
        {
            Kind.Number => "math.",
            Kind.Text => "string.",
            Kind.List => "array.",
            Kind.Object => "object.",
            Kind.Date => "date.",
            _ => "",
        };
        var names = group.Length == 0 || Chance(50)
            ? s_builtins
            : [.. s_builtins.Where(name => name.StartsWith(group, StringComparison.Ordinal))];
        return names[random.Next(names.Length)];
    }

    private Fragment ArgumentsOf(string name, int piped, int depth)
    {
        if (name == "include")
        {
            return new Fragment(FragmentKind.Fixed, piped > 0 ? [] : [" ", Include()], "");
        }

        var parameters = ParametersOf(name);
        var count = parameters.Length;

        // Without an argument, date is the table of its functions.
        var least = name == "date" ? 1 : piped;
        while (count > least && (parameters[count - 1].IsOptional || Chance(2)) && Chance(50))
        {
            count--;
        }

        var arguments = parameters.Take(count).Skip(piped)
            .Select(parameter => Argument(ValueFor(name, parameter, depth), name == "date" ? "" : parameter.Name)).ToList();
        if (Chance(2))
        {
            arguments.Add(Argument(Operand(Kind.Any, 0), "a"));
        }

        return Fragment.List(arguments);
    }

    private Fragment Argument(Fragment value, string name) => random.Next(50) switch
    {
        0 or 1 when name.Length > 0 => Fragment.Statement($" {name}: ", value),
        2 => Fragment.Statement(" ^", value),
        _ => Fragment.Statement(" ", value),
    };

    private Fragment ValueFor(string function, Parameter parameter, int depth)
    {
        if (function.StartsWith("object.eval", StringComparison.Ordinal) && Chance(80))
        {
            return Fragment.Expression(Pick(s_evaluated));
        }

        return s_textsByParameter.TryGetValue(parameter.Name, out var texts) && Chance(75)
            ? Fragment.Expression(Pick(texts))
            : Operand(KindOf(parameter.Kind), depth);
    }

    private static Kind KindOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Text or ParameterKind.RequiredText => Kind.Text,
        ParameterKind.Integer or ParameterKind.Number => Kind.Number,
        ParameterKind.Bool => Kind.Bool,
        ParameterKind.List => Kind.List,
        ParameterKind.Date => Kind.Date,
        ParameterKind.Function => Kind.Function,
        _ => Kind.Any,
    };

    /// <summary>The parameters of a built-in function by its full name.</summary>
    public static ImmutableArray<Parameter> ParametersOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (!BuiltinFunctions.Table.TryGet(dot < 0 ? name : name[..dot], out var value))
        {
            return [];
        }

        if (value.Reference is Running.FunctionGroup group)
        {
            if (dot < 0)
            {
                return group.Self is BuiltinFunction self ? self.Parameters : [];
            }

            group.TryGet(name[(dot + 1)..], out value);
        }

        return value.Reference is BuiltinFunction function ? function.Parameters : [];
    }
}
