namespace SiteGen.Testing;

/// <summary>A test of something that is not in the repository: skipped, and counted so, where no variable says where it is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EnvironmentFactAttribute : Xunit.FactAttribute
{
    /// <summary>A test that runs where an environment variable is set.</summary>
    public EnvironmentFactAttribute(string variable)
    {
        Variable = variable;
        Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)) ? $"{variable} does not say where it is" : null;
    }

    /// <summary>The variable that says where it is.</summary>
    public string Variable { get; }
}
