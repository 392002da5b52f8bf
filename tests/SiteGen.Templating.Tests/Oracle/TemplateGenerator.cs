namespace SiteGen.Templating.Tests.Oracle;

/// <summary>Generates templates that cover the whole grammar, mostly with suitable values, sometimes with unsuitable ones.</summary>
internal sealed partial class TemplateGenerator(Random random)
{
    private static readonly string[] s_texts =
        ["", "", " ", "a", "\n", "\n  ", "<b>\n    ", " é\n\n  ", "\r\n", "x\n\n", "\t", "one\n  two\n", "{ }", "日本"];

    private const string FunctionsFirst = "func f; ret $0; end; func g(p, rest...); p; rest; end; x = {a: 1}; ";
    private static readonly string[] s_opens = ["{{", "{{ ", "{{- ", "{{~ ", "{{\n"];
    private static readonly string[] s_closes = ["}}", " }}", " -}}", " ~}}", "\n}}"];

    /// <summary>A template of a few statements.</summary>
    public Fragment Create()
    {
        var parts = new List<Fragment>
        {
            Fragment.List([Pick(s_texts)]), Pick(s_opens), Fragment.List(Chance(70) ? [FunctionsFirst] : []),
            Statements(random.Next(1, 4), 3), Pick(s_closes), Fragment.List([Pick(s_texts)]),
        };
        return new Fragment(FragmentKind.Fixed, [.. parts], "");
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private Fragment Separator() => Fragment.Separator(random.Next(10) switch
    {
        < 3 => "; ",
        < 6 => "\n",
        6 => "\n    ",
        7 => "; # remark\n",
        _ => Pick(s_closes) + Pick(s_texts) + Pick(s_opens),
    });

    private Fragment Statements(int count, int depth)
    {
        var statements = new List<Fragment>();
        for (var i = 0; i < count; i++)
        {
            statements.Add(Fragment.Statement(Statement(depth), Separator()));
        }

        return Fragment.List(statements);
    }

    private Fragment Body(int depth) => Statements(random.Next(0, 4), depth - 1);

    private Fragment Statement(int depth) => random.Next(depth > 0 ? 32 : 16) switch
    {
        < 6 => Expression(Kind.Any, 3),
        < 8 => Call(Kind.Any, 2),
        8 => Pipe(Kind.Any, 2),
        < 12 => Assignment(),
        12 => Fragment.Statement(Pick(["x.a", "n", "m", "$v", "o.a"]), Chance(50) ? "++" : "--"),
        13 => Chance(20) ? Jump() : Expression(Kind.Text, 2),
        14 => Fragment.Statement("include ", Include()),
        15 => Chance(40) ? "readonly " + Pick(s_readOnly) : Fragment.Statement("import ", Operand(Kind.Object, 0)),
        < 20 => If(depth),
        < 23 => For(depth),
        23 => While(depth),
        24 => Case(depth),
        25 => Fragment.Statement("capture ", Pick(s_captures), Separator(), Body(depth), "end"),
        26 => Fragment.Statement("with ", Operand(Kind.Object, 0), Separator(), Body(depth), "end"),
        < 29 => Function(depth),
        29 => Wrap(depth),
        30 => TableRow(depth),
        _ => Fragment.Statement("if ", Expression(Kind.Bool, 2), Separator(), Jump(), Separator(), "end"),
    };

    private Fragment Assignment()
    {
        var target = Pick(s_targets);

        // The package overflows its stack on an object that holds itself, so a member gets a literal.
        var isMember = target.AsSpan().ContainsAny('.', '[');
        return Fragment.Statement(
            target,
            random.Next(8) switch
            {
                0 => " += ",
                1 when Chance(40) => Pick([" -= ", " *= ", " /= ", " //= ", " %= "]),
                _ => " = ",
            },
            isMember ? Fragment.Expression(Pick(["1", "2.5", "'a'", "null", "true", "[1, 2]", "{a: 3}"]))
            : Chance(20) ? Call(Kind.Any, 2)
            : Expression(Kind.Any, 3));
    }

    private Fragment Jump() => random.Next(4) switch
    {
        0 => "break",
        1 => "continue",
        2 => "ret",
        _ => Fragment.Statement("ret ", Expression(Kind.Any, 2)),
    };

    private Fragment If(int depth)
    {
        var parts = new List<Fragment> { "if ", Expression(Kind.Bool, 2), Separator(), Body(depth) };
        while (Chance(30))
        {
            parts.AddRange(["else if ", Expression(Kind.Bool, 2), Separator(), Body(depth)]);
        }

        if (Chance(50))
        {
            parts.AddRange(["else", Separator(), Body(depth)]);
        }

        return Fragment.Statement([.. parts, "end"]);
    }

    private Fragment For(int depth)
    {
        var isReversed = Chance(15);
        var options = LoopOptions(isReversed);
        var parts = new List<Fragment> { "for ", Pick(["i", "item", "x", "$w"]), " in ", LoopSource(options.Count > 0) };
        parts.AddRange([.. options, Separator(), Body(depth)]);
        if (Chance(40))
        {
            // The package counts the items of a reversed list again, even when the loop has changed it.
            parts.AddRange([Fragment.Expression(Pick(isReversed ? s_loopPlaces : s_loopMembers)), Separator()]);
        }

        if (Chance(25))
        {
            parts.AddRange(["else", Separator(), Body(depth)]);
        }

        return Fragment.Statement([.. parts, "end"]);
    }

    // Of a part of a list, the package sees what the loop adds to it.
    private Fragment LoopSource(bool isPart)
    {
        var source = Operand(Chance(95) ? Kind.List : Kind.Any, 1);
        return isPart && source.ToString().Trim('(', ')') is "list" or "x" ? Fragment.Expression("posts") : source;
    }

    private List<Fragment> LoopOptions(bool isReversed)
    {
        var options = new List<Fragment>();
        if (Chance(20))
        {
            options.Add(Fragment.List([Fragment.Statement(" offset: ", Operand(Kind.Number, 0))]));
        }

        if (Chance(20))
        {
            options.Add(Fragment.List([Fragment.Statement(" limit: ", Operand(Kind.Number, 0))]));
        }

        if (isReversed)
        {
            options.Add(Fragment.List([" reversed"]));
        }

        return options;
    }

    private Fragment While(int depth) => Fragment.Statement(
        "c = 0", Separator(), "while c < ", random.Next(6).ToString(), Separator(), "c = c + 1", Separator(), Body(depth),
        Chance(30) ? Fragment.Expression("while.index") : "", Separator(), "end");

    private Fragment Case(int depth)
    {
        var parts = new List<Fragment> { "case ", Expression(Kind.Any, 1), Separator() };
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            parts.AddRange(["when ", Operand(Kind.Any, 1)]);
            if (Chance(40))
            {
                parts.AddRange([Pick([", ", " || "]), Operand(Kind.Any, 1)]);
            }

            parts.AddRange([Separator(), Body(depth)]);
        }

        if (Chance(50))
        {
            parts.AddRange(["else", Separator(), Body(depth)]);
        }

        return Fragment.Statement([.. parts, "end"]);
    }

    private Fragment Function(int depth) => Fragment.Statement(
        random.Next(5) switch
        {
            0 => "func f",
            1 => "func f(p, q)",
            2 => "func f(p, q = 7)",
            3 => "func g(p, rest...)",
            _ => "func g",
        },
        Separator(),
        Body(depth),
        Chance(60) ? Fragment.Statement("ret ", Expression(Kind.Any, 2), Separator()) : Fragment.Statement("$0", Separator()),
        "end");

    private Fragment Wrap(int depth) => Fragment.Statement(
        "func h", Separator(), "'<'; $$; '>'", Separator(), Body(depth), "end", Separator(),
        "wrap h ", Operand(Kind.Any, 1), Separator(), Body(depth), "end");

    private Fragment TableRow(int depth) => Fragment.Statement(
        "tablerow i in ", Operand(Kind.List, 1), Chance(50) ? Fragment.Statement(" cols: ", Operand(Kind.Number, 0)) : "", Separator(),
        Body(depth), Chance(40) ? Fragment.Expression("tablerow.col") : "", Separator(), "end");

    private Fragment Include()
    {
        var name = Pick(["'part'", "'lines'", "'loop'", "'early'", "'broken'", "'break'", "'self'", "'missing'", "s", "''", "null"]);
        var arguments = Enumerable.Range(0, random.Next(3))
            .Select(_ => Chance(20)

                // The package evaluates a named argument of an include twice.
                ? Fragment.Statement(" a: ", Fragment.Expression(Atom(Kind.Any)))
                : Fragment.Statement(" ", Operand(Kind.Any, 1)));
        return new Fragment(FragmentKind.Fixed, [name, Fragment.List(arguments)], "");
    }
}
