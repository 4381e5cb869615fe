using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Contacts;
using ContactCenter.Core.Contacts.Queues;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>The hooks that route as they are deployed: their own Main, composition root and tables.</summary>
public sealed class RoutingDeploymentTests(Emulator emulator)
{
    [Fact]
    public async Task The_state_of_the_queues_in_the_table_is_taken_into_account()
    {
        using var client = emulator.DynamoDb();
        var table = await ContactsTable.CreateAsync(client);
        await using var deployment = (await Deployment.CreateAsync(emulator)).With("CONTACTS_TABLE", table);
        await new DynamoDbQueueStates(client, table).WriteAsync(
            new QueueStates(
                TimeProvider.System.GetUtcNow(), [new QueueState("Billing", Waiting: 2, AgentsStaffed: 10, AverageHandleSeconds: 100)]),
            TestContext.Current.CancellationToken);

        var answer = SelfServiceHooks.Complete((await deployment.InvokeAsync("RouteContact", FlowEvents.Chat)).Body);

        Assert.Equal(("Billing", "known", "28"), (answer["queue"], answer["queueState"], answer["predictedWaitSeconds"]));
    }

    [Fact]
    public async Task Without_a_table_of_contacts_a_contact_is_routed_all_the_same()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        var answer = SelfServiceHooks.Complete((await deployment.InvokeAsync("RouteContact", FlowEvents.Chat)).Body);

        Assert.Equal(("ok", "Billing", "unknown"), (answer["status"], answer["queue"], answer["queueState"]));
    }

    [Fact]
    public async Task An_open_incident_in_the_table_is_told()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        var request = FlowEvents.Voice("""{"queue":"Billing"}""");
        var before = SelfServiceHooks.Complete((await deployment.InvokeAsync("CheckService", request)).Body);
        Assert.True(await deployment.Store.CommitAsync(Opening("Billing", Noon), TestContext.Current.CancellationToken));

        var after = SelfServiceHooks.Complete((await deployment.InvokeAsync("CheckService", request)).Body);

        Assert.NotEqual("degraded", before["status"]);
        Assert.Equal(("degraded", "P2"), (after["status"], after["severity"]));
    }
}
