namespace SiteGen.Templating.Tests.Oracle;

/// <content>Expressions.</content>
internal sealed partial class TemplateGenerator
{
    private enum Kind
    {
        Any,
        Number,
        Text,
        Bool,
        List,
        Object,
        Date,
        Function,
    }

    private static readonly string[] s_names =
    [
        "x", "y", "z", "n", "m", "s", "t", "b", "made", "list", "words", "numbers", "posts", "o", "nothing", "missing", "$v", "i", "item",
        "$w",
    ];

    private static readonly string[] s_targets =
        ["x", "y", "z", "x", "y", "n", "s", "list", "o.a", "o.x", "x.a", "o['b']", "list[0]", "x[1]", "list[n]", "$v", "this.z"];

    private static readonly string[] s_readOnly = ["x", "y", "n", "s", "list", "m", "o", "$v", "missing"];

    // No members: an object whose text is captured into it grows without end.
    private static readonly string[] s_captures = ["x", "y", "z", "n", "s", "$v", "this.z"];

    private static readonly string[] s_loopPlaces = ["for.index", "for.first", "for.last", "for.even", "for.odd", "for.changed"];
    private static readonly string[] s_loopMembers = [.. s_loopPlaces, "for.rindex", "for.length"];

    private static readonly string[] s_numbers =
    [
        "0", "1", "2", "3", "7", "n", "m", "(-1)", "1.5", "0.1", "2.50m", "3f", "1e3", "10000000000", "0x1F", "0b101", "2147483647",
        "99999999999999999999", "numbers[0]", "n", "(-0.5)", "100", "1e20", "(this | object.size)",
    ];

    private static readonly string[] s_strings =
    [
        "''", "'a'", "\"b\\n\"", "`c\\d`", "'été'", "s", "t", "'12'", "'1.5'", "x", "y", "' pad '", "'a,b,c'", "'日本 😀'", "'Hello World'",
        "'title'", "'k'", "words[0]", "'true'", "'null'", "'A'", "\"\\u00e9\\t\"",
    ];

    private static readonly string[] s_lists =
    [
        "list", "words", "numbers", "posts", "[]", "[1, 2, 3]", "['b', 'a', null, 'B']", "[3, 1.5, 2, 10000000000]", "(1..4)", "(3..1)",
        "(0..<3)", "[[1], {a: 1}]", "[true, 1, 'x', null]", "x", "s", "[1, 1, 2, 'a', 'a']", "[null]",
    ];

    private static readonly string[] s_objects = ["o", "{}", "{a: 1, b: 'x'}", "{title: null}", "posts[0]", "{'k': [1]}", "o", "x"];

    private static readonly string[] s_dates =
        ["made", "(date.parse '2024-02-29')", "(date '2026-06-01T12:34:56')", "posts[0].made", "(made - made)", "(timespan.from_hours 5)"];

    private static readonly string[] s_functions =
    [
        "@string.upcase", "@f", "@(do; ret $0; end)", "@math.abs", "@array.size", "@(do; $0 == 1; end)", "@g", "@(do; ret $0 > 1; end)",
        "@string.size", "string.upcase", "f", "@object.typeof", "@(do(p); p + 1; end)", "@(do(p, q = 2); ret p; end)",
    ];

    private static readonly string[] s_operators =
        ["+", "-", "*", "/", "//", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "??", "?!", "<<", ">>", "..", "..<"];

    private static readonly string[] s_numberOperators = ["+", "-", "*", "/", "//", "%", "==", "!=", "<", ">", "<=", ">=", "<<", ">>"];
    private static readonly string[] s_textOperators = ["+", "==", "!=", "<", ">", "+"];
    private static readonly string[] s_listOperators = ["+", "==", "!=", "<<", "&&", "||"];
    private static readonly string[] s_anyOperators = ["&&", "||", "??", "?!", "&&", "||"];

    // What fits, mostly.
    private Kind Drift(Kind kind) => kind == Kind.Any || Chance(4) ? (Kind)random.Next(1, 8) : kind;

    private string Atom(Kind kind) => Chance(3) ? Pick(["null", "missing", "nothing", "empty"]) : Drift(kind) switch
    {
        Kind.Number => Pick(s_numbers),
        Kind.Text => Pick(s_strings),
        Kind.Bool => Pick(["true", "false", "b", "true", "x"]),
        Kind.List => Pick(s_lists),
        Kind.Object => Pick(s_objects),
        Kind.Date => Pick(s_dates),
        Kind.Function when kind == Kind.Function || Chance(30) => Pick(s_functions),
        _ => Pick(s_names),
    };

    // An operand or argument that needs no parentheses.
    private Fragment Operand(Kind kind, int depth) => depth <= 0 || Chance(60)
        ? Fragment.Expression(Atom(kind))
        : Fragment.Expression("(", Expression(kind, depth), ")");

    private Fragment Expression(Kind kind, int depth)
    {
        if (depth <= 0 || Chance(kind is Kind.List or Kind.Object or Kind.Date or Kind.Function ? 60 : 20))
        {
            return Fragment.Expression(Atom(kind));
        }

        return random.Next(26) switch
        {
            < 7 => Binary(kind, depth - 1),
            7 or 8 => Chance(20)
                ? Fragment.Expression(Pick(["-", "+"]), Operand(Kind.Number, depth - 1))
                : Fragment.Expression("!", Operand(kind, depth - 1)),
            9 => Fragment.Expression(Operand(Kind.Bool, depth - 1), " ? ", Operand(kind, depth - 1), " : ", Operand(kind, depth - 1)),
            10 => Fragment.Expression(
                Operand(Kind.Object, depth - 1), Pick(["?.", "."]), Pick(["a", "b", "title", "size", "x", "k", "empty?"])),
            11 or 12 => Fragment.Expression(
                Fragment.Expression(Pick(["list", "words", "numbers", "posts", "s", "x", "o", "t"])), "[",
                Operand(Chance(80) ? Kind.Number : Kind.Any, depth - 1), "]"),
            13 => Fragment.Expression(
                Pick(s_names), ".", Pick(["a", "b", "title", "size", "x", "year", "day", "hours", "total_days", "month"])),
            14 or 15 => ArrayOf(depth - 1),
            16 => ObjectOf(depth - 1),
            17 => Interpolated(depth - 1),
            18 => Fragment.Expression("(", Operand(Kind.Number, 0), Pick(["..", "..<"]), Operand(Kind.Number, 0), ")"),
            19 => Fragment.Expression(Pick(["x.a", "n", "m", "o.a"]), Pick(["++", "--"])),
            20 => Fragment.Expression(Pick(["++", "--"]), Pick(["x.a", "n", "m"])),
            < 24 => Fragment.Expression("(", Call(kind, depth - 1), ")"),
            24 => Fragment.Expression("(", Pipe(kind, depth - 1), ")"),
            _ => ExplicitCall(depth - 1),
        };
    }

    private Fragment Binary(Kind kind, int depth)
    {
        if (Chance(20))
        {
            return Fragment.Expression(
                Operand(kind, depth), Sign(kind), Operand(kind, depth), Sign(kind), Operand(kind, depth));
        }

        var operands = kind is Kind.Bool or Kind.Any && Chance(50) ? (Kind)random.Next(1, 5) : kind;
        return Fragment.Expression(Operand(operands, depth), Sign(operands), Operand(operands, depth));
    }

    private string Sign(Kind kind)
    {
        var signs = kind switch
        {
            _ when Chance(8) => s_operators,
            Kind.Number => s_numberOperators,
            Kind.Text => s_textOperators,
            Kind.List => s_listOperators,
            _ => s_anyOperators,
        };
        return $" {Pick(signs)} ";
    }

    private Fragment ArrayOf(int depth)
    {
        var parts = new List<Fragment> { "[" };
        for (var count = random.Next(4); count > 0; count--)
        {
            parts.AddRange([Operand(Kind.Any, depth), count > 1 ? ", " : ""]);
        }

        return Fragment.Expression([.. parts, "]"]);
    }

    private Fragment ObjectOf(int depth)
    {
        var parts = new List<Fragment> { "{" };
        for (var count = random.Next(4); count > 0; count--)
        {
            parts.AddRange([Pick(["a: ", "c: ", "title: ", "'k': ", "size: "]), Operand(Kind.Any, depth), count > 1 ? ", " : ""]);
        }

        return Fragment.Expression([.. parts, "}"]);
    }

    private Fragment Interpolated(int depth) => Fragment.Expression(
        "$\"", Pick(["", "a ", "é", "b"]), "{", Operand(Kind.Any, depth), Pick(["}", "} b {1 + 1}", "}\\n"]), "\"");
}
