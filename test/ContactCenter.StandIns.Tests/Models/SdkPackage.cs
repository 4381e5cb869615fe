using System.Reflection;
using Amazon.Runtime;
using ContactCenter.StandIns.Tests.Sdk;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>A generated client: its list, its types and the calls of its interface.</summary>
internal sealed class SdkPackage
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "official");
    private readonly string[] _list;
    private readonly string _client;

    public SdkPackage(string name)
    {
        _list = File.ReadAllLines(Path.Combine(Root, name, "operations.txt"));
        Assembly = Assembly.Load(name);
        _client = Fact("client");
    }

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Root, "operations.txt", SearchOption.AllDirectories)
        .Select(f => Path.GetFileName(Path.GetDirectoryName(f)!))
        .Order();

    public Assembly Assembly { get; }

    /// <summary>Folder and version of its service model.</summary>
    public string Model => Fact("model");

    public IEnumerable<string> ListedOperations => _list
        .Where(l => l.StartsWith("operation ", StringComparison.Ordinal))
        .Select(l => l.Split(' ')[1]);

    public IEnumerable<MethodInfo> Calls => Type($"IAmazon{_client}").GetMethods()
        .Where(m => m.GetParameters() is [{ } request, _] && request.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest)));

    public async Task<AmazonWebServiceResponse> CallAsync(string operation, object request, RecordedService service)
    {
        var config = (ClientConfig)Activator.CreateInstance(Type($"Amazon{_client}Config"))!;
        using var client = (AmazonServiceClient)Activator.CreateInstance(
            Type($"Amazon{_client}Client"), RecordedService.Credentials, service.Configure(config))!;
        MethodInfo call = Calls.Single(c => c.Name == operation + "Async");
        var task = (Task)call.Invoke(client, [request, TestContext.Current.CancellationToken])!;
        await task;
        return (AmazonWebServiceResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    /// <summary>A type of the client, or of its model.</summary>
    public Type Type(string name) =>
        Assembly.GetType($"Amazon.{_client}.{name}") ?? Assembly.GetType($"Amazon.{_client}.Model.{name}", throwOnError: true)!;

    private string Fact(string name) => _list.First(l => l.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..];
}
