using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Contacts;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>The four hooks as they are deployed: their own Main, composition root and package.</summary>
public sealed class SelfServiceDeploymentTests(Emulator emulator)
{
    [Fact]
    public async Task The_packaged_knowledge_base_answers()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        Assert.Equal(
            "card-lost", SelfServiceHooks.Complete((await deployment.InvokeAsync("AnswerQuestion", FlowEvents.Chat)).Body)["article1"]);
    }

    [Fact]
    public async Task Recommendations_and_customers_need_nothing_but_the_configuration()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        Assert.Equal("0", SelfServiceHooks.Complete((await deployment.InvokeAsync("Recommend", FlowEvents.Chat)).Body)["count"]);
        Assert.Equal(
            "not_configured", SelfServiceHooks.Complete((await deployment.InvokeAsync("LookUpCustomer", FlowEvents.Chat)).Body)["status"]);
    }

    [Fact]
    public async Task A_survey_is_kept_masked_in_the_table_of_contacts()
    {
        using var client = emulator.DynamoDb();
        var table = await ContactsTable.CreateAsync(client);
        await using var deployment = (await Deployment.CreateAsync(emulator)).With("CONTACTS_TABLE", table);

        var answer = SelfServiceHooks.Complete((await deployment.InvokeAsync(
            "RecordSurvey", FlowEvents.Voice("""{"rating":"4","comment":"call +49 151 2345678"}"""))).Body);

        Assert.Equal(("ok", "4", "none"), (answer["status"], answer["rating"], answer["task"]));
        var items = (await client.ScanAsync(new ScanRequest { TableName = table }, TestContext.Current.CancellationToken)).Items;
        var item = Assert.Single(items, static item => item["pk"].S == $"contact/{FlowEvents.ContactId}");
        Assert.Equal(("4", "call +## ### #######"), (item["rating"].N, item["comment"].S));
    }
}
