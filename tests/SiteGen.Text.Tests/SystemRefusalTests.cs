namespace SiteGen.Text.Tests;

public sealed class SystemRefusalTests
{
    [Theory]
    [InlineData(28, "the disk is full")]
    [InlineData(unchecked((int)0x80070070), "the disk is full")]
    [InlineData(unchecked((int)0x80070020), "another program has it open")]
    [InlineData(77, "the system reports error 77")]
    [InlineData(unchecked((int)0x80070057), "the system reports error 87")]
    public void The_number_of_an_error_tells_why(int number, string reason) =>
        Assert.Equal(reason, SystemRefusal.Reason(new IOException("x", number)));

    [Theory]
    [InlineData("Access to the path '/a/it's' is denied.", "/a/it's")]
    [InlineData("Too many files", null)]
    public void The_path_is_that_in_quotes(string message, string? path) =>
        Assert.Equal(path, SystemRefusal.PathOf(new IOException(message)));

    [Fact]
    public void What_was_not_found_or_allowed_is_said()
    {
        Assert.Equal("it is not there", SystemRefusal.Reason(new FileNotFoundException()));
        Assert.Equal("it is not there", SystemRefusal.Reason(new DirectoryNotFoundException()));
        Assert.Equal("access is denied", SystemRefusal.Reason(new UnauthorizedAccessException()));
        Assert.Equal("its name is too long", SystemRefusal.Reason(new PathTooLongException()));
    }
}
