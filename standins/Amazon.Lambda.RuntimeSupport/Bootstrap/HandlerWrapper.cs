using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a handler of the loop out of a method of any of the usual shapes.</summary>
public class HandlerWrapper : IDisposable
{
    /// <summary>Invocations of one process never overlap, so all responses share one buffer.</summary>
    private readonly MemoryStream _output = new();

    private HandlerWrapper(Func<InvocationRequest, MemoryStream, Task> handle) =>
        Handler = async invocation =>
        {
            _output.SetLength(0);
            await handle(invocation, _output);
            _output.Position = 0;
            return new InvocationResponse(_output, disposeOutputStream: false);
        };

    private HandlerWrapper(LambdaBootstrapHandler handler) => Handler = handler;

    public LambdaBootstrapHandler Handler { get; }

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) =>
        new((invocation, output) => Done(() => invokeDelegate(invocation.InputStream, Context(invocation, null), output)));

    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) => new((invocation, _) => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) => new((invocation, _) => handler(invocation.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        new((invocation, _) => handler(Input<TInput>(invocation, serializer)));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        new((invocation, _) => handler(Context(invocation, null)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        new((invocation, _) => handler(invocation.InputStream, Context(invocation, null)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new((invocation, _) => handler(Input<TInput>(invocation, serializer), Context(invocation, serializer)));

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler()));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler(invocation.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(async invocation => new InvocationResponse(await handler(Input<TInput>(invocation, serializer))));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler(Context(invocation, null))));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler(invocation.InputStream, Context(invocation, null))));

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(async invocation =>
            new InvocationResponse(await handler(Input<TInput>(invocation, serializer), Context(invocation, serializer))));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (invocation, output) => serializer.Serialize(await handler(), output));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (invocation, output) => serializer.Serialize(await handler(invocation.InputStream), output));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (invocation, output) => serializer.Serialize(await handler(Input<TInput>(invocation, serializer)), output));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (invocation, output) => serializer.Serialize(await handler(Context(invocation, serializer)), output));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (invocation, output) =>
            serializer.Serialize(await handler(invocation.InputStream, Context(invocation, serializer)), output));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (invocation, output) =>
            serializer.Serialize(await handler(Input<TInput>(invocation, serializer), Context(invocation, serializer)), output));

    public static HandlerWrapper GetHandlerWrapper(Action handler) => new((invocation, _) => Done(() => handler()));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        new((invocation, _) => Done(() => handler(invocation.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        new((invocation, _) => Done(() => handler(Input<TInput>(invocation, serializer))));

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        new((invocation, _) => Done(() => handler(Context(invocation, null))));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        new((invocation, _) => Done(() => handler(invocation.InputStream, Context(invocation, null))));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        new((invocation, _) => Done(() => handler(Input<TInput>(invocation, serializer), Context(invocation, serializer))));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        new(invocation => Task.FromResult(new InvocationResponse(handler())));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        new(invocation => Task.FromResult(new InvocationResponse(handler(invocation.InputStream))));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        new(invocation => Task.FromResult(new InvocationResponse(handler(Input<TInput>(invocation, serializer)))));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        new(invocation => Task.FromResult(new InvocationResponse(handler(Context(invocation, null)))));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        new(invocation => Task.FromResult(new InvocationResponse(handler(invocation.InputStream, Context(invocation, null)))));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        new(invocation =>
            Task.FromResult(new InvocationResponse(handler(Input<TInput>(invocation, serializer), Context(invocation, serializer)))));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        new((invocation, output) => Done(() => serializer.Serialize(handler(), output)));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        new((invocation, output) => Done(() => serializer.Serialize(handler(invocation.InputStream), output)));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        new((invocation, output) => Done(() => serializer.Serialize(handler(Input<TInput>(invocation, serializer)), output)));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new((invocation, output) => Done(() => serializer.Serialize(handler(Context(invocation, serializer)), output)));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new((invocation, output) =>
            Done(() => serializer.Serialize(handler(invocation.InputStream, Context(invocation, serializer)), output)));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new((invocation, output) =>
            Done(() => serializer.Serialize(handler(Input<TInput>(invocation, serializer), Context(invocation, serializer)), output)));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _output.Dispose();
        }
    }

    private static TInput Input<TInput>(InvocationRequest invocation, ILambdaSerializer serializer) =>
        serializer.Deserialize<TInput>(invocation.InputStream);

    private static ILambdaContext Context(InvocationRequest invocation, ILambdaSerializer serializer)
    {
        if (invocation.LambdaContext is LambdaContext context)
        {
            context.Serializer = serializer;
        }

        return invocation.LambdaContext;
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
