using System.Text;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Tests.Contacts.Sentiment;

public sealed class ContactSignalReaderTests
{
    private const string Instance = "arn:aws:connect:eu-central-1:123456789012:instance/i";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly ContactSignalReader Reader = new(SentimentScorer.Default, new Dictionary<string, double> { ["angry"] = -0.8 });

    [Theory]
    [InlineData("angry", -0.8)]
    [InlineData("another", null)]
    public void A_matched_rule_says_what_the_configuration_says(string rule, double? score)
    {
        var signal = Assert.Single(Read($$$"""
            {"id":"e1","detail-type":"Contact Lens Realtime Rules Matched","source":"aws.connect","time":"2026-03-02T11:59:00Z","resources":["{{{Instance}}}"],
             "detail":{"version":"1.0","ruleName":"{{{rule}}}","actionName":"a","instanceArn":"{{{Instance}}}","contactArn":"{{{Instance}}}/contact/c1","agentArn":"{{{Instance}}}/agent/a","queueArn":"{{{Instance}}}/queue/q1"} }
            """));

        Assert.Equal(("e1", "c1", $"{Instance}/queue/q1", Now.AddMinutes(-1)), (signal.Id, signal.ContactId, signal.Queue, signal.At));
        Assert.Equal(score is { } known ? [known] : [], signal.Scores);
    }

    [Theory]
    [InlineData("Amazon Connect Contact Event", "contactId", "queueInfo", "queueArn")]
    [InlineData("Amazon Connect Contact Event", "ContactId", "QueueInfo", "QueueArn")]
    [InlineData("Connect Customer Contact Event", "contactId", "queueInfo", "queueArn")]
    public void A_contact_event_of_either_name_says_the_queue_in_either_case(string type, string contact, string info, string arn)
    {
        var signal = Assert.Single(Read($$$"""
            {"id":"e2","detail-type":"{{{type}}}","time":"2026-03-02T11:59:00Z","detail":{"eventType":"QUEUED","{{{contact}}}":"c1","channel":"VOICE","{{{info}}}":{"{{{arn}}}":"{{{Instance}}}/queue/q1","queueType":"STANDARD"} } }
            """));

        Assert.Equal(("c1", $"{Instance}/queue/q1", 0), (signal.ContactId, signal.Queue, signal.Scores.Count));
    }

    [Fact]
    public void A_failed_analysis_is_told()
    {
        var signal = Assert.Single(Read("""
            {"id":"e3","detail-type":"Contact Lens Analysis State Change","time":"2026-03-02T11:59:00Z","detail":{"instance":"i","contact":"arn:c/c1","channel":"VOICE","state":"FAILED","reasonCode":"RECORDING_FILE_CANNOT_BE_READ"}}
            """));

        Assert.True(signal.IsAnalysisFailure);
    }

    [Fact]
    public void Of_a_segment_the_customer_counts_and_contact_lens_goes_before_the_words()
    {
        var signal = Assert.Single(Read(Stream("""
            {"Version":"1.0.0","Channel":"VOICE","ContactId":"c1","EventId":"k1","EventType":"SEGMENTS","Segments":[
              {"Transcript":{"ParticipantRole":"AGENT","Content":"this is terrible","Sentiment":"NEGATIVE"}},
              {"Transcript":{"ParticipantRole":"CUSTOMER","Content":"great","Sentiment":"NEGATIVE"}},
              {"Transcript":{"ParticipantRole":"CUSTOMER","Content":"I hate this"}},
              {"Categories":{"MatchedCategories":["x"]}}]}
            """)));

        Assert.Equal(("k1", "c1"), (signal.Id, signal.ContactId));
        Assert.Equal([-0.6, SentimentScorer.Default.Score("I hate this")], signal.Scores);
    }

    [Theory]
    [InlineData(true, "a1 900-1500")]
    [InlineData(false, "")]
    public void When_agents_talked_is_told_where_it_is_asked_for(bool asks, string expected)
    {
        var signals = new ContactSignalReader(SentimentScorer.Default, new Dictionary<string, double>(), asks).Read(
            Encoding.UTF8.GetBytes(Stream("""
                {"Version":"1.0.0","Channel":"VOICE","ContactId":"c1","EventId":"k1","EventType":"SEGMENTS","Segments":[
                  {"Transcript":{"Id":"a1","ParticipantRole":"AGENT","Content":"hello","BeginOffsetMillis":900,"EndOffsetMillis":1500}},
                  {"Transcript":{"Id":"a2","ParticipantRole":"AGENT","Content":"hello","BeginOffsetMillis":900,"EndOffsetMillis":900}}]}
                """)),
            Now);

        Assert.Equal(
            expected,
            string.Join(' ', signals.SelectMany(static signal => signal.Others)
                .Select(static span => $"{span.Id} {span.Begin}-{span.End}")));
        Assert.Empty(signals.SelectMany(static signal => signal.Scores));
    }

    [Fact]
    public void A_time_far_ahead_is_now() =>
        Assert.Equal(
            Now,
            Assert
                .Single(
                    Read(
                        """{"id":"e","detail-type":"Amazon Connect Contact Event","time":"2199-01-01T00:00:00Z","detail":{"contactId":"c","queueInfo":{"queueArn":"q"}}}""")).At);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"id\":7,\"detail\":{}}")]
    [InlineData("{\"id\":\"e\",\"detail-type\":\"Amazon Connect Contact Event\",\"detail\":{\"contactId\":\"c\"}}")]
    [InlineData("{\"id\":\"e\",\"detail-type\":\"Contact Lens Post Call Rules Matched\",\"detail\":[]}")]
    [InlineData("{\"Records\":[{\"kinesis\":{\"data\":\"!!\"}},{\"kinesis\":{\"data\":\"bnVsbA==\"}},7,null]}")]
    public void What_is_not_understood_says_nothing(string json) => Assert.Empty(Read(json));

    private static IReadOnlyList<ContactSignal> Read(string json) => Reader.Read(Encoding.UTF8.GetBytes(json), Now);

    private static string Stream(string data) => $$$"""
        {"Records":[{"eventSource":"aws:kinesis","kinesis":{"sequenceNumber":"1","approximateArrivalTimestamp":1772452740.5,"data":"{{{Convert.ToBase64String(Encoding.UTF8.GetBytes(data))}}}"}}]}
        """;
}
