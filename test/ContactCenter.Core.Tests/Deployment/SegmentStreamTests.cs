using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Deployment;

public sealed class SegmentStreamTests
{
    private const string Ours = "arn:aws:kinesis:eu-central-1:123456789012:stream/cc-prod-conversations";
    private const string Theirs = "arn:aws:kinesis:eu-central-1:123456789012:stream/agent-assist";

    [Fact]
    public void An_instance_that_has_no_stream_gets_ours() =>
        Assert.Equal(new StreamStep.Associate("REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS"), SegmentStream.Next(true, Ours, []));

    [Fact]
    public void What_is_joined_already_is_left_alone() =>
        Assert.Equal(new StreamStep.None("a"), SegmentStream.Next(true, Ours, [Association(Ours)]));

    [Fact]
    public void An_instance_that_has_another_stream_is_refused_with_what_would_be_right()
    {
        var refused = Assert.IsType<StreamStep.Refuse>(SegmentStream.Next(true, Ours, [Association(Theirs)]));

        Assert.Contains($"to {Theirs} and takes one stream; set sentiment.live.stream", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_that_goes_takes_away_its_own_stream() =>
        Assert.Equal(new StreamStep.Disassociate(Association(Ours)), SegmentStream.Next(false, Ours, [Association(Ours)]));

    [Fact]
    public void A_stack_that_goes_leaves_the_stream_of_others() =>
        Assert.Equal(new StreamStep.None(null), SegmentStream.Next(false, Ours, [Association(Theirs)]));

    [Theory]
    [InlineData(null, Ours)]
    [InlineData(Theirs, Theirs)]
    public void The_stream_is_that_of_the_configuration_or_our_own(string? configured, string expected)
    {
        var sample = SampleConfiguration.Read();

        Assert.Equal(
            expected,
            SegmentStream.ArnOf(sample with
            {
                Sentiment = sample.Sentiment with { Live = new LiveSentimentSettings { Queue = "General", Stream = configured } },
            }));
    }

    private static StreamAssociation Association(string stream) => new("REAL_TIME_CONTACT_ANALYSIS_SEGMENTS", "a", stream);
}
