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
    public async Task CountAsync()
    {
        await Task.Yield();
        counter.Next();
    }

    [LambdaFunction]
    public async Task<int> Measure(Stream input)
    {
        await using var copy = new MemoryStream();
        await input.CopyToAsync(copy);
        return (int)copy.Length;
    }

    [LambdaFunction]
    public string Refuse(string reason) => throw new ArgumentException($"Refused: {reason}");
}
