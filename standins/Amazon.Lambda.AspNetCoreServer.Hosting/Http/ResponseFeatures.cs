using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Amazon.Lambda.AspNetCoreServer.Hosting.Http;

/// <summary>What the application answers, in memory until it is whole: an HTTP API takes it in one piece.</summary>
internal sealed class ResponseFeatures : IHttpResponseFeature, IAsyncDisposable
{
    private static readonly string[] Texts =
        ["text/", "application/json", "application/problem+json", "application/javascript", "image/svg+xml"];

    private readonly MemoryStream _body = new();
    private readonly StreamResponseBodyFeature _writer;
    private readonly Stack<(Func<object, Task> Call, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Call, object State)> _completed = new();

    public ResponseFeatures()
    {
        _writer = new StreamResponseBodyFeature(new StartingStream(_body, StartAsync));
        Body = _writer.Stream;
    }

    /// <inheritdoc/>
    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    /// <inheritdoc/>
    public string ReasonPhrase { get; set; }

    /// <inheritdoc/>
    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    /// <inheritdoc/>
    public Stream Body { get; set; }

    /// <inheritdoc/>
    public bool HasStarted { get; private set; }

    public void Add(IFeatureCollection features)
    {
        features.Set<IHttpResponseFeature>(this);
        features.Set<IHttpResponseBodyFeature>(_writer);
    }

    /// <inheritdoc/>
    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    /// <inheritdoc/>
    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    /// <summary>Nothing of what the application had begun to answer is told.</summary>
    public void Fail()
    {
        _body.SetLength(0);
        Headers.Clear();
        _starting.Clear();
        StatusCode = StatusCodes.Status500InternalServerError;
    }

    /// <summary>Brings what was begun to its end.</summary>
    public async Task CompleteAsync()
    {
        await StartAsync();
        await _writer.CompleteAsync();
        while (_completed.TryPop(out var last))
        {
            await last.Call(last.State);
        }
    }

    /// <summary>The reply. What is compressed, and what is no text, goes as base64.</summary>
    public APIGatewayHttpApiV2ProxyResponse ToReply(bool isHead)
    {
        var hasBody = !isHead && StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);
        var isText = StringValues.IsNullOrEmpty(Headers.ContentEncoding)
            && (StringValues.IsNullOrEmpty(Headers.ContentType)
                || Texts.Any(text => Headers.ContentType.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)));
        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = StatusCode,
            Headers = Headers
                .Where(static header => !header.Key.Equals("set-cookie", StringComparison.OrdinalIgnoreCase) && header.Value.Count > 0)
                .ToDictionary(
                    static header => header.Key,
                    static header => string.Join(", ", header.Value.ToArray()),
                    StringComparer.OrdinalIgnoreCase),
            Cookies = Headers.SetCookie.ToArray(),
            Body = !hasBody ? "" : isText ? Encoding.UTF8.GetString(Written()) : Convert.ToBase64String(Written()),
            IsBase64Encoded = hasBody && !isText,
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        await _body.DisposeAsync();
    }

    private ReadOnlySpan<byte> Written() => _body.GetBuffer().AsSpan(0, (int)_body.Length);

    /// <summary>Before the first byte everybody who asked for it may still change the headers, whoever asked last first.</summary>
    private async Task StartAsync()
    {
        if (HasStarted)
        {
            return;
        }

        while (_starting.TryPop(out var last))
        {
            await last.Call(last.State);
        }

        HasStarted = true;
    }

    /// <summary>Says when the first byte comes.</summary>
    private sealed class StartingStream(MemoryStream body, Func<Task> start) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await start();
            await body.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => start();

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException("a response is written asynchronously, as by Kestrel");

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
