namespace SiteGen.Testing;

/// <summary>A test of data that is not in the repository: skipped, and counted so, where no variable says where it is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EnvironmentTheoryAttribute : Xunit.TheoryAttribute
{
    /// <summary>A test that runs where an environment variable is set.</summary>
    public EnvironmentTheoryAttribute(string variable)
    {
        Variable = variable;
        Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)) ? $"{variable} does not say where the data is" : null;
    }

    /// <summary>The variable that holds the folder.</summary>
    public string Variable { get; }
}
