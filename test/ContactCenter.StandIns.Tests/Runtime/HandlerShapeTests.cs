using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.Testing;

namespace ContactCenter.StandIns.Tests.Runtime;

/// <summary>A handler may take bytes, an event, the context or nothing of it, and give back as many things.</summary>
public sealed class HandlerShapeTests
{
    private static readonly DefaultLambdaJsonSerializer Json = new();

    /// <summary>What handlers answer to the event 7 in the request r.</summary>
    private static readonly Dictionary<string, (Func<LambdaBootstrapBuilder> Builder, string Answer)> Shapes = new()
    {
        ["bytes, context, output"] = (() => LambdaBootstrapBuilder.Create((input, _, output) => input.CopyTo(output)), "7"),
        ["nothing -> task"] = (() => LambdaBootstrapBuilder.Create((Func<Task>)(() => Task.CompletedTask)), ""),
        ["bytes -> task"] = (() => LambdaBootstrapBuilder.Create((Func<Stream, Task>)Wait), ""),
        ["bytes, context -> task"] = (() => LambdaBootstrapBuilder.Create((Func<Stream, ILambdaContext, Task>)((i, _) => Wait(i))), ""),
        ["context -> task"] = (() => LambdaBootstrapBuilder.Create((Func<ILambdaContext, Task>)(c => Seen(c, Task.CompletedTask))), ""),
        ["nothing -> task of bytes"] =
            (() => LambdaBootstrapBuilder.Create((Func<Task<Stream>>)(() => Task.FromResult<Stream>(Text("b")))), "b"),
        ["event -> task of bytes"] =
            (() => LambdaBootstrapBuilder.Create<int>((Func<int, Task<Stream>>)(n => Task.FromResult<Stream>(Text($"b{n}"))), Json), "b7"),
        ["context -> task of bytes"] =
            (() => LambdaBootstrapBuilder.Create((Func<ILambdaContext, Task<Stream>>)(c => Task.FromResult(Id(c)))), "r"),
        ["event, context -> task of bytes"] =
            (() => LambdaBootstrapBuilder.Create<int>(
                (Func<int, ILambdaContext, Task<Stream>>)((n, c) => Task.FromResult<Stream>(Text($"{c.AwsRequestId}{n}"))), Json), "r7"),
        ["bytes -> task of result"] =
            (() => LambdaBootstrapBuilder.Create<int>((Func<Stream, Task<int>>)(i => Task.FromResult(i.ReadByte())), Json), "55"),
        ["bytes, context -> task of result"] =
            (() => LambdaBootstrapBuilder.Create<int>(
                (Func<Stream, ILambdaContext, Task<int>>)((i, _) => Task.FromResult(i.ReadByte())), Json), "55"),
        ["bytes"] = (() => LambdaBootstrapBuilder.Create((Action<Stream>)(i => i.ReadByte())), ""),
        ["bytes, context"] = (() => LambdaBootstrapBuilder.Create((Action<Stream, ILambdaContext>)((i, c) => Seen(c, i))), ""),
        ["nothing -> bytes"] = (() => LambdaBootstrapBuilder.Create((Func<Stream>)(() => Text("b"))), "b"),
        ["bytes -> bytes"] = (() => LambdaBootstrapBuilder.Create((Func<Stream, Stream>)(i => i)), "7"),
        ["event -> bytes"] = (() => LambdaBootstrapBuilder.Create<int>((Func<int, Stream>)(n => Text($"b{n}")), Json), "b7"),
        ["context -> bytes"] = (() => LambdaBootstrapBuilder.Create((Func<ILambdaContext, Stream>)Id), "r"),
        ["bytes, context -> bytes"] =
            (() => LambdaBootstrapBuilder.Create((Func<Stream, ILambdaContext, Stream>)((i, c) => Seen(c, i))), "7"),
        ["event, context -> bytes"] =
            (() => LambdaBootstrapBuilder.Create<int>(
                (Func<int, ILambdaContext, Stream>)((n, c) => Text($"{c.AwsRequestId}{n}")), Json), "r7"),
        ["bytes -> result"] = (() => LambdaBootstrapBuilder.Create<int>((Func<Stream, int>)(i => i.ReadByte()), Json), "55"),
        ["bytes, context -> result"] =
            (() => LambdaBootstrapBuilder.Create<int>((Func<Stream, ILambdaContext, int>)((i, c) => Seen(c, i).ReadByte()), Json), "55"),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_handler_of_any_shape_gets_what_it_takes_and_answers_what_it_gives(string shape)
    {
        await using var api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation("7") { RequestId = "r" }]);

        await api.RunAsync(() => Shapes[shape].Builder().Build().RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal((true, Shapes[shape].Answer), (api.Outcomes[0].Succeeded, api.Outcomes[0].Body));
    }

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private static Stream Id(ILambdaContext context) => Text(context.AwsRequestId);

    private static async Task Wait(Stream input) => await Task.FromResult(input.ReadByte());

    private static T Seen<T>(ILambdaContext context, T value) =>
        context.AwsRequestId == "r" ? value : throw new InvalidOperationException();
}
