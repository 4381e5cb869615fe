using System.Collections.Immutable;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// Two half hours of a queue in two channels and of a routing profile, with a number that nobody knows. They come through the
/// adapter and not through the function, because the Amazon Connect that is played has no answers by the half hour.
/// </summary>
internal static class NumbersStory
{
    private static readonly ChannelNumbers Calls = ChannelNumbers.Nothing with
    {
        TargetSeconds = 20,
        Offered = 12,
        Queued = 12,
        LeftWithin = 9,
        Answered = 9,
        AnsweredWithin = 8,
        Abandoned = 3,
        AbandonedWithin = 1,
        AnswerSeconds = 410,
        MaximumWaitSeconds = 188,
        HandleSeconds = null,
    };

    public static async Task RunAsync(World world, Emulator emulator)
    {
        using var client = emulator.DynamoDb();
        var channels = ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty.Add(ContactChannel.Voice, Calls);
        _ = await new DynamoDbNumbers(client, world.Tables.Incidents, retentionDays: 400).KeepAsync(
            new CenterNumbers
            {
                Queues =
                [
                    new QueueNumbers("Billing", World.Noon, channels.Add(ContactChannel.Chat, ChannelNumbers.Nothing)),
                    new QueueNumbers("Billing", World.Noon.AddMinutes(30), channels),
                ],
                Profiles = [new ProfileNumbers("Generalists", World.Noon, 1800, 900, 600, null, 0)],
            },
            TestContext.Current.CancellationToken);
    }
}
