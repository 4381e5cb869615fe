using ContactCenter.Core.Configuration;

namespace ContactCenter.Functions.Tests;

public sealed class ShadowEnvironmentTests
{
    [Theory]
    [InlineData(RemediationMode.Act, RemediationMode.DryRun)]
    [InlineData(RemediationMode.Off, RemediationMode.Off)]
    public void In_shadow_no_variable_makes_a_repair_act(RemediationMode configured, RemediationMode counts)
    {
        var configuration = TestEnvironment.Create().Configuration with
        {
            Shadow = true,
            Remediation = new RemediationSettings { Mode = configured },
        };

        Assert.Equal(
            counts, new FunctionEnvironment(configuration, static name => name == "REMEDIATION_MODE" ? "act" : null).RemediationMode);
    }

    [Fact]
    public void In_shadow_no_rating_and_no_call_starts_a_task()
    {
        var configuration = TestEnvironment.Create().Configuration with
        {
            Shadow = true,
            Survey = new SurveySettings { TaskQueue = "Billing" },
            Sentiment = new SentimentSettings { ContactLens = true, Live = new LiveSentimentSettings { Queue = "Billing" } },
        };
        var told = new FunctionEnvironment(configuration, static _ => null).Configuration;

        Assert.Equal((null, false), (told.Survey.TaskQueue, told.Sentiment.IsLive));
    }
}
