using SiteGen.Pipeline.Parsing;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Parsing;

public sealed class SourceNameTests
{
    [Fact]
    public void A_file_s_name_and_folders_say_a_lot() => Cases.Table("SiteGen.Pipeline.Tests/Cases/names.txt", path =>
    {
        var name = SourceName.Parse(ParsedPosts.File(path, []));
        return $"'{name.Title}' slug={name.Slug} file={name.FileName} day={name.Day:yyyy-MM-dd}{(name.DayProblem > 0 ? $"({name.DayProblem} {name.WrittenDay})" : "")} "
            + $"section={name.Section}{(name.IsTopIndex ? " top" : "")}{(name.IsInDrafts ? " draft" : "")}";
    });
}
