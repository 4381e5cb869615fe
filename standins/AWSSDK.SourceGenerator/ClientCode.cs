using System.Text;

namespace Amazon.StandIns.SourceGenerator;

/// <summary>Writes a service's interface, client, configuration, and the bases of its requests and exceptions.</summary>
internal static class ClientCode
{
    private const string Token = "global::System.Threading.CancellationToken cancellationToken";

    public static string Write(Service service)
    {
        string client = service.Client;
        StringBuilder code = new StringBuilder(CSharp.Header).AppendLine($$"""
            using Amazon.Runtime;
            using Amazon.Runtime.Endpoints;
            using Amazon.Runtime.Internal;
            using Amazon.StandIns;
            using {{service.Namespace}}.Internal;
            using {{service.Namespace}}.Model;

            namespace {{service.Namespace}};

            public class {{client}}Request : AmazonWebServiceRequest;

            {{ExceptionClass(client + "Exception", "AmazonServiceException", "")}}

            public class {{client}}Config : ClientConfig
            {
                private static readonly string ClientUserAgent =
                    global::Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString("{{service.Facts["service"]}}", "4.0.0");

                public {{client}}Config()
                    : base(ServiceDefaults.Provider())
                {
                    ServiceId = "{{service.Facts["service"]}}";
                    AuthenticationServiceName = "{{service.Facts["signing"]}}";
                    EndpointProvider = new ServiceEndpointProvider("{{service.Facts["host"]}}"{{OnlyRegion(service)}});
                }

                public override string RegionEndpointServiceName => "{{service.Facts["host"]}}";

                public override string ServiceVersion => "{{service.Version}}";

                public override string UserAgent => ClientUserAgent;

                public override global::Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(
                    ServiceOperationEndpointParameters parameters) => ServicePipeline.DetermineEndpoint(this, parameters);
            }

            public interface I{{client}} : IAmazonService, global::System.IDisposable
            {
            """);
        foreach ((string signature, _) in Methods(service))
        {
            _ = code.AppendLine($"    {signature};");
        }

        _ = code.AppendLine($$"""

                static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {{client}}Config();

                static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
                    awsCredentials is null
                        ? new {{client}}Client(({{client}}Config)clientConfig)
                        : new {{client}}Client(awsCredentials, ({{client}}Config)clientConfig);
            }

            public class {{client}}Client : AmazonServiceClient, I{{client}}
            {
            """);
        WriteConstructors(code, client, "", "config");
        WriteConstructors(code, client, "AWSCredentials credentials", "clientConfig");
        WriteConstructors(code, client, "string awsAccessKeyId, string awsSecretAccessKey", "clientConfig");
        WriteConstructors(code, client, "string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken", "clientConfig");
        _ = code.AppendLine($$"""
                protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata("{{service.Facts["service"]}}");

                protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);

            """);
        foreach ((string signature, string body) in Methods(service))
        {
            _ = code.AppendLine($"    public virtual {signature} =>\n        {body};\n");
        }

        return code.AppendLine("}").ToString();
    }

    /// <summary>With the constructors that every exception of the SDK has.</summary>
    public static string ExceptionClass(string name, string bases, string members)
    {
        const string Status = "global::System.Net.HttpStatusCode statusCode";
        const string Codes = $"global::Amazon.Runtime.ErrorType errorType, string errorCode, string requestId, {Status}";
        return $$"""
            public class {{name}} : {{bases}}
            {
                public {{name}}(string message) : base(message) { }
                public {{name}}(string message, global::System.Exception innerException) : base(message, innerException) { }
                public {{name}}(global::System.Exception innerException) : base(innerException) { }
                public {{name}}(string message, global::System.Exception innerException, {{Codes}})
                    : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
                public {{name}}(string message, {{Codes}}) : base(message, errorType, errorCode, requestId, statusCode) { }
            {{members}}}
            """;
    }

    private static string OnlyRegion(Service service) =>
        service.Facts.TryGetValue("region", out string? region) ? $", \"{region}\", \"{service.Facts["signing"]}\"" : "";

    private static void WriteConstructors(StringBuilder code, string client, string parameters, string config)
    {
        string start = parameters.Length == 0 ? "" : parameters + ", ";
        string arguments = start.Replace("string ", "").Replace("AWSCredentials ", "");
        _ = code.AppendLine($$"""
                public {{client}}Client({{parameters}}) : base({{arguments}}new {{client}}Config()) { }
                public {{client}}Client({{start}}RegionEndpoint region)
                    : base({{arguments}}new {{client}}Config { RegionEndpoint = region }) { }
                public {{client}}Client({{start}}{{client}}Config {{config}}) : base({{arguments}}{{config}}) { }

            """);
    }

    private static IEnumerable<(string Signature, string Body)> Methods(Service service)
    {
        foreach (Operation operation in service.Operations)
        {
            string name = operation.Name;
            string start = $"global::System.Threading.Tasks.Task<{name}Response> {name}Async(";
            foreach (string[] members in operation.Overloads)
            {
                string parameters = string.Concat(members.Select(m => $"string {CSharp.ParameterOf(m)}, "));
                string values = string.Join(", ", members.Select(m => $"{m} = {CSharp.ParameterOf(m)}"));
                string body = $"{name}Async(new {name}Request {{ {values} }}, cancellationToken)";
                yield return ($"{start}{parameters}{Token} = default)", body);
            }

            yield return (
                $"{start}{name}Request request, {Token} = default)",
                $"InvokeAsync<{name}Response>(request, {name}Operation.Instance.Options, cancellationToken)");
        }
    }
}
