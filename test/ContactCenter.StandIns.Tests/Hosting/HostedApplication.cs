using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer.Hosting.Http;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.StandIns.Tests.Hosting;

/// <summary>An application that answers events in this process, without the runtime's loop.</summary>
internal sealed class HostedApplication : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Insensitive = new() { PropertyNameCaseInsensitive = true };

    private readonly WebApplication _application;
    private readonly WaitingServer _server;

    private HostedApplication(WebApplication application, WaitingServer server) => (_application, _server) = (application, server);

    public List<string> Logged { get; } = [];

    public static async Task<HostedApplication> StartAsync(RequestDelegate answer, Action<WebApplication>? use = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<ILambdaSerializer>(new DefaultLambdaJsonSerializer());
        builder.Services.AddSingleton<IServer, WaitingServer>();
        builder.Services.AddResponseCompression(static options => options.EnableForHttps = true);
        var application = builder.Build();
        use?.Invoke(application);
        application.Run(answer);
        await application.StartAsync();
        return new HostedApplication(application, (WaitingServer)application.Services.GetRequiredService<IServer>());
    }

    /// <summary>The event that is recorded under a name (test/Recorded/events).</summary>
    public static APIGatewayHttpApiV2ProxyRequest Recorded(string name) => JsonSerializer.Deserialize<APIGatewayHttpApiV2ProxyRequest>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "events", $"{name}.json")),
        Insensitive)!;

    public Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(APIGatewayHttpApiV2ProxyRequest request) =>
        _server.AnswerAsync(request, new Call(Logged));

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private sealed class WaitingServer(IServiceProvider services, ILambdaSerializer serializer) : LambdaServer(services, serializer)
    {
        protected override Task ServeAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Call(List<string> logged) : ILambdaContext, ILambdaLogger
    {
        public string AwsRequestId => "request-1";

        public IClientContext ClientContext => null!;

        public string FunctionName => "console";

        public string FunctionVersion => "1";

        public ICognitoIdentity Identity => null!;

        public string InvokedFunctionArn => "";

        public ILambdaLogger Logger => this;

        public string LogGroupName => "";

        public string LogStreamName => "";

        public int MemoryLimitInMB => 1024;

        public string TenantId => "";

        public string TraceId => "";

        public ILambdaSerializer Serializer => null!;

        public TimeSpan RemainingTime => TimeSpan.FromSeconds(20);

        public void Log(string message) => logged.Add(message);

        public void LogLine(string message) => logged.Add(message);
    }
}
