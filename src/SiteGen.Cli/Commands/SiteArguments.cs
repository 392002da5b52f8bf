using System.Collections;
using System.CommandLine;
using System.Globalization;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Cli.Commands;

/// <summary>The options that every command on a site has.</summary>
internal sealed class SiteArguments
{
    private readonly Option<string?> _source =
        Text("The site's folder (default: this folder)", "folder", "--source", "-s");

    private readonly Option<string?> _output =
        Text("The folder for the finished site (default: _site)", "folder", "--output", "-o", "--destination", "-d");

    private readonly Option<string?> _baseUrl =
        Text("Where the site will be, such as https://example.org/blog/", "url", "--base-url", "-b");

    private readonly Option<string[]> _config = new("--config", "-c")
    {
        Description = "The configuration file (default: sitegen.yml in the site's folder); of several the last wins",
        HelpName = "file",
    };

    private readonly Option<string?> _environment =
        Text("What the site is built for, such as staging: reads sitegen.staging.yml too, and keeps search engines away",
            "name", "--environment", "-e");

    private readonly Option<string?> _clock =
        Text("Build as if it were this time (default: SOURCE_DATE_EPOCH, else now)", "time", "--clock");

    private readonly Option<bool> _drafts = new("--drafts", "-D") { Description = "Build drafts too" };
    private readonly Option<bool> _future = new("--future", "-F") { Description = "Build posts that are not due yet" };
    private readonly Option<bool> _expired = new("--expired", "-E") { Description = "Build posts that have expired" };
    private readonly Option<bool> _noCache =
        new("--no-cache") { Description = "Start anew, and leave nothing for the next time in .sitegen/" };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing but problems" };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say more: notes, and how long each stage took" };

    /// <summary>The machine's clock, for everything but the content of a site.</summary>
    public static TimeProvider SystemClock => TimeProvider.System;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all = [_source, _output, _baseUrl, _config, _environment, _drafts, _future, _expired, _clock, _noCache, _quiet, _verbose];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Adds the options that say which site is meant, and when.</summary>
    public void AddSiteTo(Command command)
    {
        foreach (var option in (Option[])[_source, _baseUrl, _config, _environment, _clock])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Adds the options to a command that neither builds nor plans the site.</summary>
    public void AddSourcesTo(Command command)
    {
        foreach (var option in (Option[])[_source, _output, _baseUrl, _config, _environment])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Adds the options of a command that adds to a site: where it is, its configuration, less to say.</summary>
    public void AddFolderTo(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_config);
        AddQuietTo(command);
    }

    /// <summary>Adds the option to say less to a command that says what can be done next.</summary>
    public void AddQuietTo(Command command)
    {
        _quiet.Description = "Say only what was made, and problems";
        command.Options.Add(_quiet);
    }

    /// <summary>Adds the clock to a command that dates what it adds.</summary>
    public void AddClockTo(Command command)
    {
        _clock.Description = "Date it as if it were this time (default: SOURCE_DATE_EPOCH, else now)";
        command.Options.Add(_clock);
    }

    /// <summary>Whether a command line names the folder or the configuration of a site.</summary>
    public bool IsNamed(ParseResult line) => line.GetValue(_source) is not null || line.GetValue(_config) is { Length: > 0 };

    /// <summary>Where the site's options are read.</summary>
    public OptionSources Sources(ParseResult line) => new(Options(line))
    {
        Files = [.. line.GetValue(_config) ?? []],
        Variables = OptionVariables.Read(Variables()),
    };

    private static List<KeyValuePair<string, string>> Variables()
    {
        var variables = new List<KeyValuePair<string, string>>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && name.StartsWith(OptionVariables.Prefix, StringComparison.Ordinal))
            {
                variables.Add(new(name, value));
            }
        }

        return variables;
    }

    private RawOptions Options(ParseResult line) => RawOptions.None
        .With("source", line.GetValue(_source))
        .With("output", line.GetValue(_output) is { } output ? Path.GetFullPath(output) : null)
        .With("base_url", line.GetValue(_baseUrl))
        .With("environment", line.GetValue(_environment))
        .With("drafts", line.GetValue(_drafts) ? true : null)
        .With("future", line.GetValue(_future) ? true : null)
        .With("expired", line.GetValue(_expired) ? true : null);

    /// <summary>Whether what an earlier build or preview left is used, and something is left for the next.</summary>
    public bool UsesCache(ParseResult line) => !line.GetValue(_noCache);

    /// <summary>How much to print.</summary>
    public Verbosity Verbosity(ParseResult line) =>
        line.GetValue(_quiet) ? Terminal.Verbosity.Quiet : line.GetValue(_verbose) ? Terminal.Verbosity.Verbose : Terminal.Verbosity.Normal;

    /// <summary>
    /// The clock: fixed at --clock, or at SOURCE_DATE_EPOCH from the environment (reproducible-builds.org); else the machine's.
    /// </summary>
    /// <returns>Null and the problem if the given time cannot be parsed.</returns>
    public (TimeProvider? Clock, CommandMessage Problem) Clock(ParseResult line)
    {
        if (line.GetValue(_clock) is { } text)
        {
            const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time)
                ? (new StoppedClock(time), default)
                : (null, CommandMessages.InvalidClock(text));
        }

        if (VariableOrNull("SOURCE_DATE_EPOCH") is { } epoch)
        {
            return long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800
                ? (new StoppedClock(DateTimeOffset.FromUnixTimeSeconds(seconds)), default)
                : (null, CommandMessages.InvalidEpoch(epoch));
        }

        return (SystemClock, default);
    }

    private static string? VariableOrNull(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static Option<string?> Text(string description, string valueName, string name, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = valueName };

    /// <summary>A clock that stands still.</summary>
    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
