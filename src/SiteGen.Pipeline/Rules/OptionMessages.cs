using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about <c>sitegen.yml</c> and the command line.</summary>
internal static class OptionMessages
{
    public static DiagnosticMessage ConfigurationUnreadable(string? reason, string? hint) => new(
        SiteRules.ConfigurationUnreadable,
        $"the configuration cannot be read: {reason ?? "it must hold keys and values"}",
        hint ?? "write one 'key: value' a line");

    public static DiagnosticMessage UnknownOption(string key, string? near) => new(
        SiteRules.UnknownOption,
        $"'{key}' is not an option",
        near is null ? "values of your own belong under 'params'" : $"did you mean '{near}'? Values of your own belong under 'params'");

    public static DiagnosticMessage DuplicateKey(string key) => Invalid($"duplicate key '{key}'", "delete one of the two");

    public static DiagnosticMessage UnknownMember(string key, string kind, IEnumerable<string> known) =>
        Invalid($"'{key}' is not {kind}", $"there are {Joined([.. known.Select(Quoted)], "and")}");

    public static DiagnosticMessage NotAMap(string key) => Invalid($"'{key}' must hold keys and values", null);

    public static DiagnosticMessage NotASingleValue(string key) =>
        Invalid($"'{key}' must be a single value", $"write '{key}: …' in one line");

    public static DiagnosticMessage NotAListOfTexts(string key) =>
        Invalid($"'{key}' holds texts", $"write '{key}: [one, two]', with quotes around what has a sign of YAML in it");

    public static DiagnosticMessage NotALocalizedText(string key) => Invalid(
        $"'{key}' must be a text, or texts by language", $"write '{key}: …' in one line, or '{key}: {{en: …, de: …}}'");

    public static DiagnosticMessage StaticFolderWithoutName() => Invalid(
        "a static folder is a name, or has 'from' and 'to'", "write 'static: [static, {from: assets, to: /assets/}]'");

    public static DiagnosticMessage StaticTarget(string target, string reason) =>
        Invalid($"static files cannot be copied to '{target}': {reason}", "write a folder of the site, like '/assets/'");

    public static DiagnosticMessage NotANumber(string key) => Invalid($"'{key}' must be a whole number above 0", null);

    public static DiagnosticMessage NotAWidth(int smallest, int largest) =>
        Invalid(FormattableString.Invariant($"a width must be a whole number of pixels from {smallest} to {largest}"), null);

    public static DiagnosticMessage TooManyWidths(int most) =>
        Invalid(FormattableString.Invariant($"there are more than {most} widths"), "three or four serve every screen");

    public static DiagnosticMessage NotAQuality() => Invalid("'quality' must be a whole number from 1 to 100", null);

    public static DiagnosticMessage NotAFlag(string key) => Invalid($"'{key}' must be true or false", null);

    public static DiagnosticMessage NotOneOf(string key, string[] words) =>
        Invalid($"'{key}' must be {Joined([.. words.Select(Quoted)], "or")}", null);

    public static DiagnosticMessage NotALanguage(string text) =>
        Invalid($"'{text}' is not a language", "write a code such as 'en', 'de' or 'pt-BR'");

    public static DiagnosticMessage NotALanguageCode() => Invalid("this is not a language", "write codes, as in 'languages: [de, fr]'");

    public static DiagnosticMessage NoSuchTimeZone(string name, string? near) => Invalid(
        $"there is no time zone '{name}'", near is null ? "write a name like 'Europe/Berlin' or 'UTC'" : $"did you mean '{near}'?");

    public static DiagnosticMessage NotABaseUrl(string text) => Invalid(
        $"base_url '{text}' is not the address of a site", "write it like 'https://example.org/' or 'https://example.org/blog/'");

    public static DiagnosticMessage PasswordInBaseUrl() => Invalid(
        "base_url holds a name or a password, and every page would show it", "write the address without what stands before '@'");

    public static DiagnosticMessage NotAnEnvironment(string name) =>
        Invalid($"'{name}' cannot be an environment", "write a name of letters, digits, '-' and '_', such as staging");

    public static DiagnosticMessage UnknownEnvironment(string name, string near) => Invalid(
        $"there is no file 'sitegen.{name}.yml' for the environment '{name}'",
        $"did you mean '{near}'? Otherwise make that file; it may be empty");

    public static DiagnosticMessage NoBaseUrl() => new(
        SiteRules.NoBaseUrl,
        "there is no 'base_url', so that feeds, the sitemap and canonical links lead to http://localhost/",
        "write the address where the site will be, as in 'base_url: https://example.org/', or give it with --base-url");

    public static DiagnosticMessage HomeFolderSign(string folder) => Invalid(
        $"'{folder}' would be a folder named '~': only a shell makes your home folder of it", "write the whole path");

    public static DiagnosticMessage FolderOutside(string folder) =>
        Invalid($"the folder '{folder}' is not inside the site", "name a folder relative to the one that holds sitegen.yml");

    public static DiagnosticMessage OutputHoldsSite() => Invalid(
        "the output folder would hold or be part of the site's own files", "choose another folder with 'output' or -o");

    public static DiagnosticMessage FoldersOverlap(string inner, string outer) =>
        Invalid(
            inner == outer ? $"a folder of '{inner}' is part of another" : $"the folder of '{inner}' is part of the folder of '{outer}'",
            "give each a folder of its own");

    public static DiagnosticMessage InvalidPermalink(string pattern, string reason, IEnumerable<string> parts) =>
        Invalid($"permalink '{pattern}': {reason}", $"the parts are {string.Join(", ", parts)}");

    public static DiagnosticMessage InvalidFeedPath(string path, string reason) =>
        Invalid($"the feed '{path}' cannot be a file of the site: {reason}", "write a path like 'rss.xml'");

    public static DiagnosticMessage TaxonomyWithoutName() => Invalid(
        "a taxonomy needs a name", "write '- people', or '- {name: people, singular: person, title: People}'");

    public static DiagnosticMessage TaxonomyTwice(string name) =>
        Invalid($"'taxonomies' names '{name}' twice", "delete one of the two");

    public static DiagnosticMessage TaxonomyNotAFolder(string name) => Invalid(
        $"the taxonomy '{name}' cannot be a folder of the site",
        "write small letters, digits and '-' only, and the name for readers as its 'title'");

    public static DiagnosticMessage TaxonomyNameTaken(string name, string owner) =>
        Invalid($"'{name}' cannot be a taxonomy: it is {owner}", "choose another name");

    public static DiagnosticMessage MenuNotAList(string name) =>
        Invalid(
            $"the menu '{name}' must be a list",
            "write a name such as 'main:', and below it '- {title: About, url: /about/}' for each entry");

    public static DiagnosticMessage IncompleteMenuEntry() =>
        Invalid("a menu entry needs a 'title' and a 'url'", "write '- {title: About, url: /about/}'");

    public static DiagnosticMessage UnsafeMenuUrl(string url) => Invalid(
        $"a menu cannot lead to '{url}'",
        "write the name of a page's file, a path like '/about/', or an address that starts with https://");

    public static DiagnosticMessage WeightNotANumber() => Invalid("'weight' must be a whole number", null);

    public static DiagnosticMessage UnknownRule(string name, string? near) => Invalid($"there is no rule '{name}'", DidYouMean(near));

    public static DiagnosticMessage RuleIsAlwaysAnError(string name, string? near) =>
        Invalid($"'{name}' is always an error", DidYouMean(near));

    public static DiagnosticMessage UnknownSeverity() => Invalid("a rule is 'off', 'warning' or 'error'", null);

    public static DiagnosticMessage MarkdownNotAMap() => Invalid(
        "'markdown' must be keys and values, or 'untrusted'", "write 'markdown:' and below it, indented, 'typographer: true'");

    public static DiagnosticMessage ThemeNotAMap() =>
        Invalid("'theme' must hold keys and values", "write 'theme:' and below it, indented, 'accent: \"#0b5563\"'");

    public static DiagnosticMessage UnknownThemeOption(string key, string? near, IEnumerable<string> known) =>
        Invalid($"'{key}' is not an option of the theme", DidYouMean(near) ?? $"there are {string.Join(", ", known)}");

    public static DiagnosticMessage InvalidThemeColour(string key, string value) =>
        InvalidThemeValue(key, value, "write a colour such as \"#0b5563\", in quotes: a plain # starts a comment");

    public static DiagnosticMessage InvalidThemeLength(string key, string value) =>
        InvalidThemeValue(key, value, "write a length such as 36rem");

    public static DiagnosticMessage InvalidThemeFonts(string key, string value) =>
        InvalidThemeValue(key, value, "write the names of fonts, parted by commas: Georgia, serif");

    public static DiagnosticMessage ThemeTextExpected(string key) => Invalid($"the theme's {key} must be a single text", null);

    public static DiagnosticMessage ThemeOutside(string folder) =>
        Invalid($"'{folder}' is no folder of this site", "write the path of the theme from the site's folder, such as themes/lines");

    public static DiagnosticMessage UnknownThemeKey(string key, string? near, IEnumerable<string> known) =>
        Invalid($"theme.yml has no key '{key}'", DidYouMean(near) ?? $"there are {string.Join(", ", known)}");

    public static DiagnosticMessage ThemeOptionName(string key, bool isTaken) => isTaken
        ? Invalid($"'{key}' is an option of every theme", "give the option another name")
        : Invalid($"'{key}' cannot be the name of an option", "write small letters, digits and _");

    public static DiagnosticMessage UnknownThemeType(string key, IEnumerable<string> types) =>
        Invalid($"'{key}' needs a type", $"write 'type:' and one of {string.Join(", ", types)}");

    public static DiagnosticMessage ThemeChoiceWithoutWords(string key) =>
        Invalid($"'{key}' has nothing to choose from", "write 'values:' and two words or more, such as [one, two]");

    public static DiagnosticMessage InvalidThemeChoice(string key, string value, IEnumerable<string> words) =>
        InvalidThemeValue(key, value, $"write {string.Join(" or ", words)}");

    public static DiagnosticMessage UnknownNetwork(string name, IEnumerable<string> known) => Invalid(
        $"'{name}' is no network that posts can be passed on to",
        $"there are {string.Join(", ", known)}; mastodon@example.social names a server");

    private static DiagnosticMessage InvalidThemeValue(string key, string value, string hint) =>
        Invalid($"'{value}' cannot be the theme's {key}", hint);

    private static DiagnosticMessage Invalid(string text, string? hint) => new(SiteRules.InvalidOption, text, hint);

    private static string? DidYouMean(string? near) => near is null ? null : $"did you mean '{near}'?";

    private static string Quoted(string word) => $"'{word}'";

    private static string Joined(string[] words, string conjunction) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} {conjunction} {words[^1]}";
}
