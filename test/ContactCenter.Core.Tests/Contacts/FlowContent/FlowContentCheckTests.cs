using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.FlowContent;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Contacts.FlowContent;

/// <summary>What Amazon Connect was seen to take and to refuse; where the shapes come from stands beside them.</summary>
public sealed class FlowContentCheckTests
{
    private const string Z = """{ "Identifier": "z", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }""";

    public static TheoryData<int> Refused => [.. Enumerable.Range(0, Cases.Count)];

    /// <summary>Actions that the service refuses, and the beginning of what it says.</summary>
    public static TheoryData<string, string, string> MoreRefused => new()
    {
        {
            "GetParticipantInput",
            """{"Text":"x","StoreInput":"True","InputTimeLimitSeconds":"5","InputValidation":{"CustomValidation":{"MaximumLength":"1"}}}|NoMatchingError InputTimeLimitExceeded""",
            "Invalid Action error. Error: InputTimeLimitExceeded, Path: Actions[0]"
        },
        {
            "GetParticipantInput",
            """{"Text":"x","StoreInput":"true","InputTimeLimitSeconds":"5","InputValidation":{"CustomValidation":{"MaximumLength":"1"}}}|NoMatchingError""",
            "Invalid Action property value. Path: Actions[0].Parameters.StoreInput"
        },
        {
            "GetParticipantInput",
            """{"Text":"x","StoreInput":"False","InputTimeLimitSeconds":"5"}|NoMatchingError NoMatchingCondition""",
            "Action is missing required error. Error: InputTimeLimitExceeded, Path: Actions[0]"
        },
        {
            "GetParticipantInput",
            """{"Text":"x","StoreInput":"False"}|NoMatchingError NoMatchingCondition InputTimeLimitExceeded""",
            "Action is missing required property. Path: Actions[0].Parameters.InputTimeLimitSeconds"
        },
        {
            "UpdateContactTargetQueue", "{}|NoMatchingError",
            "At least one of the following properties must be set. Properties: [Parameters.QueueId, Parameters.AgentId]"
        },
        {
            "MessageParticipant", """{"Text":"x","SSML":"y"}|NoMatchingError""",
            "Only one of these properties may be defined. Properties: [Text, SSML]"
        },
        {
            "ConnectParticipantWithLexBot",
            """{"Text":"x","LexInitializationData":{"InitialMessage":"$.Media.InitialMessage"}}|NoMatchingError NoMatchingCondition InputTimeLimitExceeded""",
            "Only one of these properties may be defined. Properties: [Text, LexInitializationData]"
        },
        {
            "ConnectParticipantWithLexBot",
            """{"Text":"x","LexTimeoutSeconds":{"Text":"10"}}|NoMatchingError NoMatchingCondition InputTimeLimitExceeded""",
            "Invalid Action property value. Path: Actions[0].Parameters.LexTimeoutSeconds.Text"
        },
        {
            "ConnectParticipantWithLexBot",
            """{"Text":"x","LexTimeoutSeconds":{"Text":10}}|NoMatchingError NoMatchingCondition InputTimeLimitExceeded""",
            "Invalid Action property value. Path: Actions[0].Parameters.LexTimeoutSeconds.Text"
        },
        { "ShowView", """{"ViewData":{"a":""}}|NoMatchingError NoMatchingCondition TimeLimitExceeded""", "Invalid Action property value. Path: 0.Parameter" },
        { "UpdateContactAttributes", """{"Attributes":{"a":""},"TargetContact":"Current"}|NoMatchingError""", "Empty value in Parameters.Attributes" },
        {
            "UpdateContactTargetQueue", """{"QueueId":"{{QUEUE_ARN}}"}|NoMatchingError""", "Failed to convert id: {{QUEUE_ARN}}"
        },
        { "UpdateContactTargetQueue", """{"QueueId":"Billing"}|NoMatchingError""", "Failed to convert id: Billing" },
        {
            "UpdateContactRecordingBehavior", """{"RecordingBehavior":{"RecordedParticipants":["Agent"]}}|NoMatchingError""",
            "Invalid Action error. Error: NoMatchingError, Path: Actions[0]"
        },
        {
            "UpdateContactRecordingAndAnalyticsBehavior", """{"VoiceBehavior":{},"ChatBehavior":{}}|NoMatchingError ChannelMismatch InFlightRedactionConfigurationFailed""",
            "Only one of these properties may be defined. Properties: [VoiceBehavior, ChatBehavior]"
        },
        {
            "UpdateContactRecordingAndAnalyticsBehavior", """{"VoiceBehavior":{}}|NoMatchingError""",
            "Action is missing required error. Error: ChannelMismatch, Path: Actions[0]"
        },
        { "TagContact", """{"Tags":{"k":"v"}}|""", "Action is missing required error. Error: NoMatchingError, Path: Actions[0]" },
        {
            "DequeueContactAndTransferToQueue", """{"QueueId":"$.Attributes.queue"}|NoMatchingError""",
            "Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]"
        },
        {
            "Wait", """{"TimeoutSeconds":"60"}|NoMatchingError""",
            "Invalid Action property name. Path: Actions[0].Parameters.TimeoutSeconds"
        },
        {
            "Compare", """{"ComparisonValue":"$.External"}|NoMatchingCondition""",
            "Invalid Action property value. Path: Actions[0].Parameters.ComparisonValue"
        },
        {
            "ConnectParticipantWithLexBot",
            """{"Text":"x","RequestAttributes":{"a":"b"}}|NoMatchingError NoMatchingCondition InputTimeLimitExceeded""",
            "Invalid Action property name. Path: Actions[0].Parameters.RequestAttributes"
        },
        {
            "TransferParticipantToThirdParty", """{"ThirdPartyPhoneNumber":"+4930123456"}|NoMatchingError""",
            "Action is missing required error. Error: CallFailed, Path: Actions[0]"
        },
        {
            "ShowView", """{"ViewResource":{"Id":"v"}}|NoMatchingError NoMatchingCondition""",
            "Action is missing required error. Error: TimeLimitExceeded, Path: Actions[0]"
        },
        {
            "GetCustomerProfile", "{}|NoMatchingError MultipleFoundError",
            "Action is missing required error. Error: NoneFoundError, Path: Actions[0]"
        },
        {
            "CheckMetricData", """{"MetricType":"NumberOfContactsInQueue"}|NoMatchingError""",
            "Action is missing required error. Error: NoMatchingCondition, Path: Actions[0]"
        },
        { "UntagContact", """{"TagKeys":[]}|NoMatchingError""", "Invalid Action property value. Path: Actions[0].Parameters.TagKeys" },
        {
            "UpdateContactRecordingBehavior",
            """{"RecordingBehavior":{"RecordedParticipants":["Agent","Customer"]},"AnalyticsBehavior":{"Enabled":"True","ChannelConfiguration":{"Voice":{"AnalyticsModes":["RealTime","PostContact"]}}}}|""",
            "Invalid Action property value. Path: Actions[0].Parameters.AnalyticsBehavior.ChannelConfiguration.Voice.AnalyticsModes"
        },
        {
            "UpdateContactRecordingAndAnalyticsBehavior", """{"ChatBehavior":{}}|NoMatchingError ChannelMismatch""",
            "Action is missing required error. Error: InFlightRedactionConfigurationFailed, Path: Actions[0]"
        },
        { "UnTagContact", "{}|NoMatchingError", "Invalid Action type. Type: UnTagContact" },
        {
            "UpdateContactTargetQueue", """{"QueueId":"arn:aws:connect:$.AwsRegion:123456789012:instance/a/queue/b"}|NoMatchingError""",
            "Failed to convert id: arn:aws:connect:$.AwsRegion"
        },
    };

    private static JsonArray Cases => JsonNode.Parse(Read("rejected-cases"))!.AsArray();

    [Theory]
    [InlineData("accepted-shapes")]
    [InlineData("export-guide-task")]
    public void What_the_service_takes_has_no_problem(string name) => Assert.Empty(Check(Read(name)));

    [Fact]
    public void The_member_that_is_exported_and_not_taken_back_is_the_only_problem_of_an_export()
    {
        var problem = Assert.Single(Check(Read("export-recording-hooks")));

        Assert.Equal(
            ("$.Actions[3].Parameters.EventHooksConfiguration", "hook-w", "Action does not support conditions"),
            (problem.Path, problem.Action, problem.Message));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_service_refuses_is_refused_in_its_words(int index)
    {
        var refused = Cases[index]!;
        var found = Check(Flow(refused["action"]!.ToJsonString(), Z)).Select(problem => problem.Message).ToArray();

        if (refused["problems"] is JsonArray exact)
        {
            Assert.Equal(exact.Select(text => (string?)text), found);
        }
        else
        {
            Assert.StartsWith((string?)refused["problemsStartWith"]![0], Assert.Single(found), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(MoreRefused))]
    public void Other_things_that_the_service_refuses_are_refused_in_its_words(string type, string given, string beginning)
    {
        var (parameters, errors) = (given.Split('|')[0], given.Split('|')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var declared = string.Join(',', errors.Select(error => $$"""{"NextAction":"z","ErrorType":"{{error}}"}"""));

        var found = Check(Flow(
            $$$"""{"Identifier":"a","Type":"{{{type}}}","Parameters":{{{parameters}}},"Transitions":{"NextAction":"z","Errors":[{{{declared}}}]}}""", Z));

        Assert.Contains(found, problem => problem.Message?.StartsWith(beginning, StringComparison.Ordinal) == true);
    }

    /// <summary>What the service was seen to take although its documentation does not have it.</summary>
    [Theory]
    [InlineData("""{"LoopCount":3}""")]
    [InlineData("""{"LoopCount":"3"}""")]
    public void A_loop_may_have_an_error_and_a_number_as_its_count(string parameters) => Assert.Empty(Check(Flow(
        $$$"""
        {"Identifier":"a","Type":"Loop","Parameters":{{{parameters}}},"Transitions":{"NextAction":"z",
        "Conditions":[{"NextAction":"a","Condition":{"Operator":"Equals","Operands":["ContinueLooping"]}},
        {"NextAction":"z","Condition":{"Operator":"Equals","Operands":["DoneLooping"]}}],
        "Errors":[{"NextAction":"z","ErrorType":"NoMatchingError"}]}}
        """,
        Z)));

    [Fact]
    public void An_age_in_a_queue_that_was_meant_in_seconds_is_taken_and_told()
    {
        var problem = Assert.Single(Check(Read("accepted-shapes").Replace("300000", "300", StringComparison.Ordinal)));

        Assert.Equal((null, "300"), (problem.Message, problem.Found));
        Assert.Contains("300000", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_with_nothing_is_named_as_the_service_does() =>
        Assert.Contains(
            "Invalid branch. Path: 2.Evaluate",
            Check(Read("accepted-shapes").Replace("\"FOUND\"", "\"\"", StringComparison.Ordinal)).Select(problem => problem.Message));

    [Fact]
    public void A_module_without_settings_is_refused() =>
        Assert.Equal(
            ["JSON field is missing or null for field name: settings"],
            Check(Flow("""{ "Identifier": "a", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {} }"""))
                .Select(problem => problem.Message));

    [Fact]
    public void An_answer_of_the_service_is_read_as_well_as_its_content() =>
        Assert.Empty(Check(new JsonObject { ["ContactFlow"] = new JsonObject { ["Content"] = Read("accepted-shapes") } }.ToJsonString()));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"Actions":[],"Actions":[]}""")]
    [InlineData("""{"ContactFlow":{"Content":"{"}}""")]
    [InlineData("""{"ContactFlow":{"Content":7}}""")]
    [InlineData("""{"Version":7,"StartAction":[],"Actions":{"a":1}}""")]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","Actions":[null,7,"x",[],{"Identifier":{},"Type":[],"Parameters":7,"Transitions":"x"}]}""")]
    [InlineData("""{"Actions":[{"Identifier":"a","Type":"Compare","Parameters":{"ComparisonValue":7},"Transitions":{"Errors":[7,{"ErrorType":[]}],"Conditions":[{"Condition":7},{"Condition":{"Operands":[{}]}}]}}]}""")]
    [InlineData("""{"Actions":[{"Identifier":"a","Type":"UpdateContactRecordingBehavior","Parameters":{"RecordingBehavior":7,"AnalyticsBehavior":{"ChannelConfiguration":[]}}}]}""")]
    [InlineData("""{"Actions":[{"Identifier":"a","Type":"ConnectParticipantWithLexBot","Parameters":{"LexV2Bot":"x","LexTimeoutSeconds":"x"}}]}""")]
    [InlineData("""{"Actions":[{"Identifier":"a","Type":"CheckMetricData","Transitions":{"Conditions":[{"Condition":[]}]}}]}""")]
    public void Whatever_a_file_holds_is_answered_with_problems(string text) => Assert.NotEmpty(Check(text));

    private static IReadOnlyList<FlowProblem> Check(string text) => FlowContentReader.Check(Encoding.UTF8.GetBytes(text));

    private static string Read(string name) =>
        File.ReadAllText(Repository.File("test", "ContactCenter.Core.Tests", "Recorded", "Flows", $"{name}.json"));

    private static string Flow(params string[] actions) =>
        $$"""{ "Version": "2019-10-30", "StartAction": "a", "Metadata": {}, "Actions": [{{string.Join(',', actions)}}] }""";
}
