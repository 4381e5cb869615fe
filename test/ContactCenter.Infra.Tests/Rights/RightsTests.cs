using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Configuration.Synthetic;

namespace ContactCenter.Infra.Tests.Rights;

/// <summary>
/// The rights of every function against what its code calls: a call without its right is refused only in an account, because emulators
/// grant everything.
/// </summary>
public sealed class RightsTests
{
    /// <summary>Rights that no client of the code uses, each with who does: an action, or that of one function.</summary>
    private static readonly Dictionary<string, string> ByOthers = new(StringComparer.Ordinal)
    {
        ["logs:CreateLogStream"] = "Lambda writes its log",
        ["logs:PutLogEvents"] = "Lambda writes its log",
        ["xray:PutTelemetryRecords"] = "Lambda writes its traces",
        ["xray:PutTraceSegments"] = "Lambda writes its traces",
        ["sqs:GetQueueAttributes"] = "Lambda keeps what failed; the CDK grants it with the next two",
        ["sqs:GetQueueUrl"] = "as above",
        ["sqs:SendMessage"] = "as above",
        ["dynamodb:DescribeStream"] = "Lambda reads the stream of the table",
        ["dynamodb:GetRecords"] = "Lambda reads the stream of the table",
        ["dynamodb:GetShardIterator"] = "Lambda reads the stream of the table",
        ["dynamodb:ListStreams"] = "Lambda reads the stream of the table",
        ["kinesis:DescribeStream"] = "Lambda reads the stream of calls; Amazon Connect asks for it of who joins the stream",
        ["kinesis:DescribeStreamConsumer"] = "Lambda reads the stream of calls",
        ["kinesis:DescribeStreamSummary"] = "Lambda reads the stream of calls",
        ["kinesis:GetRecords"] = "Lambda reads the stream of calls",
        ["kinesis:GetShardIterator"] = "Lambda reads the stream of calls",
        ["kinesis:ListShards"] = "Lambda reads the stream of calls",
        ["kinesis:ListStreams"] = "Lambda reads the stream of calls",
        ["kinesis:SubscribeToShard"] = "Lambda reads the stream of calls",
        ["kms:Decrypt"] = "DynamoDB, S3 and SNS use the key in the function's name; the console its own",
        ["kms:DescribeKey"] = "the CDK grants it with the stream",
        ["kms:Encrypt"] = "DynamoDB, S3 and SNS use the key in the function's name; the console its own",
        ["kms:GenerateDataKey*"] = "DynamoDB, S3 and SNS use the key in the function's name",
        ["kms:ReEncrypt*"] = "the CDK grants it with the right to encrypt",
        ["secretsmanager:GetSecretValue"] = "the extension of Secrets Manager reads them, and has no client",
        ["ds:DescribeDirectories"] = "Amazon Connect asks for it of who describes an instance",
        ["iam:PutRolePolicy"] = "Amazon Connect asks for it of who joins a stream",
        ["cognito-idp:AdminGetUser"] = "the console's own, which is another program",
        ["cognito-idp:AdminListGroupsForUser"] = "the console's own, which is another program",
        ["DeliverEffects dynamodb:BatchGetItem"] = "it may what AdvanceEscalations may: either may be the one that delivers",
        ["WatchPromises dynamodb:GetItem"] = "a note is read and written by one right",
    };

    private static readonly Lazy<IReadOnlyDictionary<string, Grant[]>> Granted = new(static () =>
        new[] { Synthesis.Of(Everything()), Synthesis.All, Synthesis.WithBot, Synthesis.WithoutExtras }
            .SelectMany(static templates => Roles.Of(templates))
            .GroupBy(static each => each.Key)
            .ToDictionary(static each => each.Key, static each => each.SelectMany(static grants => grants).ToArray()));

    /// <summary>
    /// What can be switched on beside each other; of what excludes it the other samples have the rest.
    /// </summary>
    private static ContactCenterConfiguration Everything()
    {
        var equipped = EquippedSample.Configuration();
        Endpoint[] more =
        [
            new() { Channel = Channel.Sms, To = "+4915112345678" },
            new() { Channel = Channel.Task, To = "General" },
            new() { Channel = Channel.Support, To = "technical" },
        ];
        return equipped with
        {
            Topics = equipped.Topics with { KeepUnsure = true },
            Routing = equipped.Routing with { LearnsComplexity = true },
            Monitoring = equipped.Monitoring with { Anomalies = AnomalyMode.Tell, Growth = true },
            Answers = equipped.Answers with { ServiceNowCallbackSecret = EquippedSample.JiraSecret },
            Audiences = equipped.Audiences.ToDictionary(
                static audience => audience.Key, audience => (IReadOnlyList<Endpoint>)[.. audience.Value, .. more]),
            Console = new ConsoleSettings(),
            Synthetic = new() { Calls = new SyntheticCallSettings { From = "+4930901820", To = ["+4969123456789"] } },
            StatusPage = new StatusPageSettings
            {
                Region = Synthesis.StandbyRegion,
                Title = new Dictionary<string, string> { ["en"] = "Acme service" },
                Components = [new() { Id = "phone", Name = new Dictionary<string, string> { ["en"] = "Telephone" } }],
            },
        };
    }

    [Fact]
    public void What_every_call_needs_is_known()
    {
        var called = CalledCode.ByFunction.Values.SelectMany(static calls => calls).Select(static call => $"{call}").ToHashSet();

        Assert.Empty(called.Except(Needs.Known).Order(StringComparer.Ordinal));
        Assert.Empty(Needs.Known.Except(called));
    }

    [Fact]
    public void Every_function_may_do_what_it_calls()
    {
        var refused =
            from function in CalledCode.ByFunction
            from call in function.Value
            from role in (string[])(function.Key == "ServeApi" ? ["ServeApi", "ServeConsole"] : [function.Key])
            from need in Needs.Of(role, call) ?? []
            where !Granted.Value.GetValueOrDefault(role, []).Any(grant => grant.Allows(need))
            select $"{role}: {need}, for {call.Site}";

        Assert.Equal("", string.Join('\n', refused.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_right_is_of_use()
    {
        var unused = (
            from function in Granted.Value
            let needs = NeedsOf(function.Key).ToArray()
            from grant in function.Value
            from action in grant.Actions
            where !needs.Any(need => need.Action == action && grant.Allows(need))
            select (Of: $"{function.Key} {action}", Action: action)).ToHashSet();

        Assert.Empty(unused.Where(static right => !ByOthers.ContainsKey(right.Action) && !ByOthers.ContainsKey(right.Of))
            .Select(static right => right.Of));
        Assert.All(ByOthers.Keys, known => Assert.Contains(unused, right => known == right.Action || known == right.Of));
    }

    /// <summary>The console asks the handlers of the API, in its own process.</summary>
    private static IEnumerable<Need> NeedsOf(string function) =>
        CalledCode.ByFunction.GetValueOrDefault(function == "ServeConsole" ? "ServeApi" : function, new HashSet<AwsCall>())
            .SelectMany(call => Needs.Of(function, call) ?? []);
}
