
namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// Repairs in every state: given back, on lease, waiting for an approval, broken off between intention and confirmation; of tables, of a
/// function and of an event source.
/// </summary>
internal static class RemediationStory
{
    public const string Function = "verify-caller-recorded";

    /// <summary>A function of this system that a stream feeds.</summary>
    public const string Fed = "cc-test-deliver-effects";

    public static async Task RunAsync(World world, Dictionary<string, string> incidents)
    {
        var lambda = world.Functions.Aws.Lambda;
        await AskForTableAsync(world, incidents, "ledger-recorded", 17);
        await world.Capacity.ReadAsync("ledger-recorded", world.At(18), 30, 1);

        // Application Auto Scaling manages this one, so its range is what is leased
        await world.Capacity.ManageAsync("customers-recorded");
        await AskForTableAsync(world, incidents, "customers-recorded", 20);
        await world.Capacity.ReadAsync("customers-recorded", world.At(20), 30, 30);

        lambda.Reserved[Function] = 20;
        await world.Capacity.ThrottleFunctionAsync(Function, world.At(22), 5);
        incidents[Function] = await world.TriageAsync(OutsideEvents.Alarm(
            "verify-caller is throttled", world.At(27), "ALARM", 3, "AWS/Lambda/Throttles", ("FunctionName", Function)));
        await AskAsync(world, "HealFunctions", incidents[Function]);

        lambda.Disabled["3c1c4b5e-mapping"] = Fed;
        incidents[Fed] = await world.TriageAsync(OutsideEvents.Alarm(
            $"cc-test/event-source-disabled/{Fed}", world.At(30), "ALARM", 1, "ContactCenter/EventSourcesDisabled", ("FunctionName", Fed)));
        await AskAsync(world, "HealFunctions", incidents[Fed]);
    }

    /// <summary>
    /// What was leased goes back; a repair waits for its approval, an approved one breaks off in the middle, and one that nobody has
    /// carried out yet.
    /// </summary>
    public static async Task EndAsync(World world, Dictionary<string, string> incidents)
    {
        world.At(48);
        _ = await world.Functions.InvokeAsync("HealCapacity", OutsideEvents.Schedule);
        // the request for an approval is told by one channel, so that there is a link to give it by
        await AskForTableAsync(world, incidents, "orders-recorded", 48.1);
        await world.DeliverAsync(incidents["orders-recorded"], effect => (string?)effect["channel"] == "Teams");

        await AskForTableAsync(world, incidents, "accounts-recorded", 48.2);
        _ = world.Functions.Aws.LockedTables.Add("accounts-recorded");
        _ = await world.Functions.InvokeAsync(
            "AnswerSlack", OutsideEvents.SlackClick(incidents["accounts-recorded"], "approve", world.At(48.3)));
        await AskAsync(world, "HealCapacity", incidents["accounts-recorded"]);
        incidents["stock-recorded"] = await world.TriageAsync(OutsideEvents.ReadThrottles("stock-recorded", world.At(48.4)));
    }

    private static async Task AskForTableAsync(World world, Dictionary<string, string> incidents, string table, double minute)
    {
        await world.Capacity.CreateAsync(table);
        await world.Capacity.ThrottleAsync(table, world.At(Math.Floor(minute) - 3), 3);
        incidents[table] = await world.TriageAsync(OutsideEvents.ReadThrottles(table, world.At(minute)));
        await AskAsync(world, "HealCapacity", incidents[table]);
    }

    /// <summary>The stream brings what an incident asks for; the topic carries it to the function that repairs.</summary>
    private static async Task AskAsync(World world, string function, string incidentId)
    {
        var before = world.Functions.Aws.PublishedTo(World.RemediationTopic).Count;
        await world.DeliverAsync(incidentId, effect => (string?)effect["kind"] == "remediate");
        foreach (var message in world.Functions.Aws.PublishedTo(World.RemediationTopic).Skip(before))
        {
            try
            {
                _ = await world.Functions.InvokeAsync(function, Events.Sns(message));
            }
            catch (Amazon.Runtime.AmazonServiceException)
            {
                // the function ended in the middle, as one does whose right to change a table is missing
            }
        }
    }
}
