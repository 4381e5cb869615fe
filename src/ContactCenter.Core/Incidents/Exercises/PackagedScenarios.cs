namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>The scenarios that come with the system, <c>Scenarios/*.json</c>; read when they are first asked for.</summary>
public static class PackagedScenarios
{
    /// <summary>Their names, in order of the alphabet.</summary>
    private static readonly string[] Names = ["bot-silent", "customer-system-down", "storm-at-peak", "table-throttled", "telephony-down"];

    private static readonly Lazy<IReadOnlyList<Scenario>> Read = new(static () => [.. Names.Select(Open)]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All => Read.Value;

    /// <summary>The one of this name, or null.</summary>
    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    private static Scenario Open(string name)
    {
        using var stream = typeof(PackagedScenarios).Assembly.GetManifestResourceStream($"scenarios/{name}.json")
            ?? throw new InvalidOperationException($"the scenario {name} is not packaged");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Scenario.Read(copy.ToArray());
    }
}
