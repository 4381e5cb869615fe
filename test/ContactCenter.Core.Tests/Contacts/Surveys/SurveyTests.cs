using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Tests.Contacts.Routing;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Contacts.Surveys;

public sealed class SurveyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly ContactCenterConfiguration Center = RoutingCenter.Center();
    private static readonly SurveySettings Settings = new() { ValuableValues = ["gold"], TaskQueue = "Supervisors" };

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 5 ", 5)]
    [InlineData("4#", 4)]
    [InlineData("3.0", 3)]
    public void A_rating_is_1_to_5(string text, int rating) => Assert.Equal(rating, Read(("rating", text)).Survey!.Rating);

    [Theory]
    [InlineData("4, thanks", 4)]
    [InlineData("I waited 20 minutes. So 2", 2)]
    [InlineData("4/5", 4)]
    [InlineData("Five stars!", 5)]
    [InlineData("one", 1)]
    [InlineData("eine Vier: vier", 4)]
    [InlineData("Fünf, danke", 5)]
    [InlineData("no one could be nicer: 5", 5)]
    public void A_rating_is_found_in_what_a_customer_writes(string text, int rating) =>
        Assert.Equal(rating, Read(("rating", text), ("comment", text)).Survey!.Rating);

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("3.5")]
    [InlineData("-1")]
    [InlineData("rather good")]
    [InlineData("10 minutes, and no one helped")]
    [InlineData("one of the best")]
    [InlineData("about 3.5, or 2,5")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Anything_else_is_no_rating(string text) =>
        Assert.Equal(("bad_rating", null), (Read(("rating", text)).Status, Read(("rating", text)).Survey));

    [Fact]
    public void A_pressed_key_is_a_rating() => Assert.Equal(2, Read(("dtmf", "2")).Survey!.Rating);

    [Fact]
    public void A_comment_is_masked_before_anybody_can_store_it()
    {
        var survey = Read(("rating", "1"), ("comment", "my card 4111 1111 1111 1111, mail a@b.example")).Survey!;

        Assert.Equal("my card #### #### #### ####, mail [e-mail]", survey.Comment);
    }

    [Fact]
    public void A_flow_that_says_none_has_no_comment() => Assert.Null(Read(("rating", "4"), ("comment", "none")).Survey!.Comment);

    [Fact]
    public void A_comment_can_come_alone() =>
        Assert.Equal(("ok", null), (Read(("comment", "fine")).Status, Read(("comment", "fine")).Survey!.Rating));

    /// <summary>Amazon Connect stores this word of a caller who presses nothing.</summary>
    [Fact]
    public void A_silent_caller_has_not_rated_wrongly_but_not_at_all() => Assert.Equal("no_rating", Read(("digits", "Timeout")).Status);

    [Fact]
    public void Nothing_at_all_and_no_contact_are_told()
    {
        Assert.Equal("no_rating", Read().Status);
        Assert.Equal("no_contact", SurveyReading.Of(FlowRequest.Empty, Center, [], Now).Status);
        Assert.Equal("no_contact", Read(("rating", "3"), ("ratedContactId", "x/../y")).Status);
    }

    [Fact]
    public void Queue_and_topic_are_kept_only_when_they_are_known()
    {
        Assert.Equal(("Cards", "fraud"), Of(Read(("rating", "3"), ("ratedQueue", "cards"), ("topic", "Fraud")).Survey!));
        Assert.Equal((null, null), Of(Read(("rating", "3"), ("ratedQueue", "x"), ("topic", "y")).Survey!));

        static (string?, string?) Of(Survey survey) => (survey.Queue, survey.Topic);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 100)]
    public void A_rating_is_measured_by_queue_and_topic(int rating, double satisfied)
    {
        var metrics = SurveyPlan.Metrics(Rated(rating) with { Queue = "Cards" });

        Assert.Equal(
            [
                new HookMetric("SurveyRating", "Count", rating, "QueueName", "Cards"),
                new HookMetric("SurveySatisfied", "Percent", satisfied, "QueueName", "Cards"),
                new HookMetric("SurveyRating", "Count", rating, "Topic", "other"),
                new HookMetric("SurveySatisfied", "Percent", satisfied, "Topic", "other"),
            ],
            metrics);
    }

    [Theory]
    [InlineData(2, "GOLD", true)]
    [InlineData(3, "gold", false)]
    [InlineData(1, "basic", false)]
    [InlineData(1, null, false)]
    public void A_bad_rating_of_a_valuable_customer_opens_a_task(int rating, string? segment, bool isTask) =>
        Assert.Equal(isTask, SurveyPlan.Task(Rated(rating), Settings, Customer(segment)) is not null);

    [Fact]
    public void Without_a_queue_for_them_there_are_no_tasks() =>
        Assert.Null(SurveyPlan.Task(Rated(1), Settings with { TaskQueue = null }, Customer("gold")));

    [Fact]
    public void The_token_of_a_task_is_the_same_for_the_same_contact()
    {
        var task = SurveyPlan.Task(Rated(1) with { Comment = "no" }, Settings, Customer("gold"))!;

        Assert.Equal("survey-c-1", task.ClientToken);
        Assert.Equal("Supervisors", task.Attributes["queue"]);
        Assert.Contains("The customer says: no", task.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception_and_bounded() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            Read(("rating", text ?? ""), ("comment", text + new string('x', 5000))).Survey is
            {
                Rating: null or (>= 1 and <= 5),
                Comment.Length: <= Survey.MaximumComment
            })
            .QuickCheckThrowOnFailure();

    private static Survey Rated(int rating) => new("c-1", rating, null, null, null, Now);

    private static FlowRequest Customer(string? segment) =>
        new() { Attributes = segment is null ? [] : new Dictionary<string, string> { ["segment"] = segment } };

    private static SurveyReading Read(params (string Name, string Value)[] parameters) => SurveyReading.Of(
        new FlowRequest
        {
            ContactId = "c-1",
            Parameters = parameters.ToDictionary(static pair => pair.Name, static pair => pair.Value, StringComparer.OrdinalIgnoreCase)
        },
        Center,
        ["fraud"],
        Now);
}
