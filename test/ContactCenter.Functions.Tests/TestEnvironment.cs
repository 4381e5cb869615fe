namespace ContactCenter.Functions.Tests;

/// <summary>The environment of a function that a test has put together itself.</summary>
internal static class TestEnvironment
{
    public static FunctionEnvironment Create() => new(static name =>
        name == "CONTACTCENTER_CONFIG" ? Path.Combine(AppContext.BaseDirectory, "contactcenter.test.json") : null);
}
