namespace ContactCenter.StandIns.Tests.Sdk;

/// <summary>Sets environment variables, and puts back what was there.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private readonly List<(string Name, string? Value)> _before = [];

    public EnvironmentScope(params (string Name, string? Value)[] variables)
    {
        foreach ((string name, string? value) in variables)
        {
            _before.Add((name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose() => _before.ForEach(v => Environment.SetEnvironmentVariable(v.Name, v.Value));
}
