using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// Items are found where those of the recording are, with its attributes and members: what an old version can read, and what people and
/// tools look for. A change that is meant gets a recording of its own; see <c>Recorded/Stored/README.md</c>.
/// </summary>
[Collection("Stored")]
public sealed class StoredItemsTests(Emulator emulator, StoryOfToday story) : IClassFixture<StoryOfToday>
{
    /// <summary>More lines than this tell nobody more.</summary>
    private const int MaximumLines = 20;

    [Fact]
    public async Task The_table_of_incidents_holds_what_it_held()
    {
        var today = (await story.RecordingAsync(emulator)).Incidents;

        Same(StoredRecording.Read(StoredRecording.Newest).Incidents, today);
    }

    [Fact]
    public async Task The_table_of_contacts_holds_what_it_held()
    {
        var today = (await story.RecordingAsync(emulator)).Contacts;

        Same(StoredRecording.Read(StoredRecording.Newest).Contacts, today);
    }

    [Fact]
    public async Task The_bucket_holds_what_it_held()
    {
        var today = (await story.RecordingAsync(emulator)).Bucket;

        var recorded = StoredRecording.Read(StoredRecording.Newest).Bucket;
        Assert.Equal(recorded.Keys.Order(StringComparer.Ordinal), today.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            recorded.Where(found => found.Key.EndsWith(".json", StringComparison.Ordinal)),
            found => Assert.Equal(Shape(found.Value), Shape(today[found.Key])));
    }

    [Fact]
    public async Task A_link_is_signed_as_it_was()
    {
        var today = (await story.RecordingAsync(emulator)).Links;

        Assert.Equal(StoredRecording.Read(StoredRecording.Newest).Links, today);
    }

    private static string[] Shape(byte[] json) => [.. JsonShape.Of(JsonNode.Parse(json)).Distinct().Order(StringComparer.Ordinal)];

    private static void Same(IReadOnlyList<StoredItem> recorded, IReadOnlyList<StoredItem> today)
    {
        var differences = Differences(recorded, today).ToArray();
        Assert.True(
            differences.Length == 0,
            $"what is stored has changed; Recorded/Stored/README.md says what to do.\n{string.Join('\n', differences.Take(MaximumLines))}");
    }

    private static IEnumerable<string> Differences(IReadOnlyList<StoredItem> recorded, IReadOnlyList<StoredItem> today)
    {
        var (before, now) = (recorded.ToDictionary(item => item.Key, Lines), today.ToDictionary(item => item.Key, Lines));
        foreach (var key in before.Keys.Union(now.Keys))
        {
            var (was, made) = (before.GetValueOrDefault(key, []), now.GetValueOrDefault(key, []));
            foreach (var line in was.Except(made).Select(line => $"- {line}").Concat(made.Except(was).Select(line => $"+ {line}")))
            {
                yield return $"{key.Partition} {key.Sort}: {line}";
            }
        }
    }

    /// <summary>The shape, and the values that are names: others find an item by them.</summary>
    private static string[] Lines(StoredItem item) =>
    [
        "is there",
        .. item.Shape(),
        .. new[] { "kind", "dueIn", "id", "lane" }.Where(item.Attributes.ContainsKey).Select(name => $"{name} = {item.Attributes[name].S}"),
    ];
}

/// <summary>Worlds take turns: each is a deployment of its own in the emulator, and the environment belongs to the process.</summary>
[CollectionDefinition("Stored")]
public sealed class StoredCollection;
