using System.Text.Json;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Contacts;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Retraining;
using Moq;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class RecordCorrectionTests(Emulator emulator) : IDisposable
{
    private static readonly string Complete =
        FlowEvents.Voice("""{"correctTopic":"Card_Lost","text":"my card 4111 1111 1111 1111 was charged twice"}""");
    private readonly StringWriter _metrics = new();

    [Fact]
    public async Task The_deployed_function_keeps_one_masked_correction_per_contact()
    {
        using var client = emulator.DynamoDb();
        await using var deployment = (await Deployment.CreateAsync(emulator)).With(
            "CONTACTS_TABLE", await ContactsTable.CreateAsync(client));

        var first = await deployment.InvokeAsync("RecordCorrection", Complete);
        _ = await deployment.InvokeAsync("RecordCorrection", Complete);

        Assert.Equal(("ok", "card_lost"), Read(first.Body, "status", "topic"));
        var corrections = new DynamoDbCorrections(client, deployment.Environment["CONTACTS_TABLE"]!, TimeProvider.System);
        var kept = Assert.Single(await corrections.AllAsync(TestContext.Current.CancellationToken));
        Assert.Equal((FlowEvents.ContactId, "my card #### #### #### #### was charged twice"), (kept.ContactId, kept.Text));
    }

    [Fact]
    public async Task An_incomplete_request_stores_nothing_and_says_what_is_missing()
    {
        var store = new Mock<ICorrectionStore>(MockBehavior.Strict);

        Assert.Equal("no_topic", (await InvokeAsync(store, FlowEvents.Voice("""{"text":"x"}"""))).Status);
        Assert.Equal("no_contact", (await InvokeAsync(store, "{}")).Status);
    }

    [Fact]
    public async Task A_store_that_fails_does_not_fail_the_flow()
    {
        var store = new Mock<ICorrectionStore>();
        store.Setup(s => s.PutAsync(It.IsAny<Correction>(), It.IsAny<CancellationToken>())).Throws(new IOException("no table"));

        Assert.Equal(("failed", "none"), await InvokeAsync(store, Complete));
        Assert.Contains("\"HookDefaults\":1", _metrics.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _metrics.Dispose();

    private static (string Status, string Topic) Read(string body, string status, string topic)
    {
        var answer = JsonSerializer.Deserialize<Dictionary<string, string>>(body)!;
        return (answer[status], answer[topic]);
    }

    private async Task<(string Status, string Topic)> InvokeAsync(Mock<ICorrectionStore> store, string request)
    {
        var function = new RecordCorrectionFunction(
            store.Object,
            new ModelInService(null, TimeProvider.System),
            new FlowHook(new MetricLine(_metrics), TestEnvironment.Create(), TimeProvider.System),
            TimeProvider.System);
        return Read((await RuntimeLoop.InvokeBytesAsync(function.RecordCorrection, request)).Body, "status", "topic");
    }
}
