using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class RecordChangeTests(Emulator emulator)
{
    [Fact]
    public async Task A_deployment_is_kept_as_a_sentence()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        var outcome = await deployment.InvokeAsync("RecordChange", Events.CloudTrail("event-1", Noon, "UpdateFunctionCode20150331v2"));

        const string Sentence = "ada did UpdateFunctionCode on look-up-customer in AWS Lambda.";
        Assert.Equal(Sentence, (string?)JsonNode.Parse(outcome.Body)!["recorded"]);
        var kept = Assert.Single(await deployment.Changes.LatestAsync(
            Noon, Noon, null, 2, static problem => throw problem, TestContext.Current.CancellationToken));
        Assert.Equal(("event-1", Noon, Location, Sentence), (kept.Id, kept.At, kept.Location, kept.Text));
    }

    [Theory]
    [InlineData("Invoke", null)]
    [InlineData("GetFunction20150331v2", null)]
    [InlineData("UpdateFunctionCode20150331v2", "TooManyRequestsException")]
    public async Task What_changes_nothing_is_not_kept(string name, string? errorCode)
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        var outcome = await deployment.InvokeAsync("RecordChange", Events.CloudTrail("event-1", Noon, name, errorCode));

        Assert.True(outcome.Succeeded, outcome.Body);
        Assert.Empty(await deployment.Changes.LatestAsync(
            Noon.AddDays(-1), Noon.AddDays(1), null, 2, static problem => throw problem, TestContext.Current.CancellationToken));
    }
}
