namespace ContactCenter.Functions.Tests.Outside.Rollback;

/// <summary>
/// A deployment can be taken back: what earlier versions look for in the tables is still written, under the names and of the kinds that
/// they know. That they read it and act on it is tried with their own code (<c>eng/try-rollback</c>).
/// </summary>
public sealed class StoredRollbackTests
{
    /// <summary>
    /// What 0.1.0 and 0.2.0 wrote when a person had acted, so that the act did not count twice; incidents have it in <c>acts</c> now.
    /// </summary>
    private static readonly string[] MarksOfActs = ["note click", "note link", "note servicenow", "note slack"];

    public static TheoryData<string> Earlier => [.. StoredRecording.Versions.Where(version => version != StoredRecording.Newest)];

    [Theory]
    [MemberData(nameof(Earlier))]
    public void What_an_earlier_version_reads_of_incidents_is_still_written(string version)
    {
        var missing = Missing(version, static recording => recording.Incidents);

        Assert.Equal(version is "0.1.0" or "0.2.0" ? MarksOfActs : [], missing);
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public void What_an_earlier_version_reads_of_contacts_is_still_written(string version) =>
        Assert.Empty(Missing(version, static recording => recording.Contacts));

    /// <summary>Families of items that are not written any more, and attributes and members that a family has lost.</summary>
    private static string[] Missing(string version, Func<StoredRecording, IReadOnlyList<StoredItem>> table)
    {
        var before = Families(table(StoredRecording.Read(version)));
        var now = Families(table(StoredRecording.Read(StoredRecording.Newest)));
        return
        [
            .. before.SelectMany(family => now.TryGetValue(family.Key, out var written)
                    ? family.Value.Except(written).Select(line => $"{family.Key}: {line}")
                    : [family.Key])
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, HashSet<string>> Families(IEnumerable<StoredItem> items) => items
        .GroupBy(Family)
        .ToDictionary(family => family.Key, family => family.SelectMany(Lines).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>A member that says nothing is as good as one that is not there.</summary>
    private static IEnumerable<string> Lines(StoredItem item) => item.Shape()
        .Where(line => !line.EndsWith(" null", StringComparison.Ordinal))
        .Concat(item.Attributes.TryGetValue("dueIn", out var index) ? [$"dueIn = {index.S}"] : []);

    /// <summary>The kind; of notes also what is noted, and of contacts' items what their key begins with.</summary>
    private static string Family(StoredItem item) => (item.Attributes.GetValueOrDefault("kind")?.S, item.Key) switch
    {
        ("note", var key) => $"note {NoteOf(key.Partition)}",
        ({ } kind, _) => kind,
        (null, var key) => $"{Named(key.Partition)} {key.Sort}",
    };

    /// <summary>Ids and hashes are not what a family is called by.</summary>
    private static string Named(string partition) =>
        string.Join('/', partition.Split('/').Take(2).Where(static part => part.All(char.IsAsciiLetter)));

    private static string NoteOf(string partition)
    {
        var name = partition["note#".Length..];
        return name.StartsWith("slack-thread-", StringComparison.Ordinal) ? "slack-thread"
            : name.StartsWith("stand-in-", StringComparison.Ordinal) ? "stand-in"
            : name[..name.IndexOf('-', StringComparison.Ordinal)];
    }
}
