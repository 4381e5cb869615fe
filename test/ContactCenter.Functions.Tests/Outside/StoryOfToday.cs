using ContactCenter.Aws.Tests;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>What the present code stores when the stories are told to it; once for all tests that look at it.</summary>
public sealed class StoryOfToday
{
    private readonly Lock _gate = new();
    private Task<StoredRecording>? _recording;

    internal Task<StoredRecording> RecordingAsync(Emulator emulator)
    {
        // skips the test when there is no emulator
        using (emulator.DynamoDb())
        {
        }

        lock (_gate)
        {
            return _recording ??= RecordAsync(emulator);
        }
    }

    private static async Task<StoredRecording> RecordAsync(Emulator emulator)
    {
        await using var world = await World.CreateAsync(emulator);
        await BucketStory.BeginAsync(world);
        var incidents = await IncidentStory.RunAsync(world);
        await ContactsStory.RunAsync(world);
        await BucketStory.EndAsync(world);
        await SettingsStory.RunAsync(world);
        await NumbersStory.RunAsync(world, emulator);
        var recording = await StoredRecording.OfAsync(world, incidents);
        if (TextSnapshot.IsUpdate)
        {
            recording.Add();
        }

        return recording;
    }
}
