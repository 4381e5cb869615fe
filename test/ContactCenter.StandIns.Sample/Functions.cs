using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SNSEvents;

namespace ContactCenter.StandIns.Sample;

/// <summary>One function of each shape.</summary>
public sealed class Functions(ICounter counter)
{
    [LambdaFunction]
    public Task<Greeting> GreetAsync(string name, ILambdaContext context) =>
        Task.FromResult(new Greeting($"Hello, {name}", context.AwsRequestId, counter.Next()));

    [LambdaFunction]
    public Greeting GreetWithService([FromServices] ICounter second, string name) =>
        new(name, "", second.Next() + counter.Next());

    [LambdaFunction]
    public async Task ReadMessages(SNSEvent messages, ILambdaContext context)
    {
        foreach (SNSEvent.SNSRecord record in messages.Records)
        {
            await Task.Yield();
            context.Logger.LogInformation("Message {MessageId}: {Length} characters", record.Sns.MessageId, record.Sns.Message.Length);
        }
    }

    [LambdaFunction]
    public string Tell() => "Told";

    [LambdaFunction]
    public void Count() => counter.Next();

    [LambdaFunction]
    public Task<Stream> Echo(Stream input) => Task.FromResult(input);

    [LambdaFunction]
    public string Refuse(string reason) => throw new ArgumentException($"Refused: {reason}");
}
