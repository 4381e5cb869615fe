using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// What the emulator's CloudFormation cannot do is taken from the template and done before the deployment: resources that others refer to
/// are made through their services, and what it stumbles over is left out.
/// </summary>
internal static class EmulatorGaps
{
    /// <summary>
    /// Types that are made through their services before the deployment, because the rest of the templates refers to them.
    /// </summary>
    public static IReadOnlyList<string> Filled { get; } = ["AWS::SecretsManager::Secret", "AWS::ApiGatewayV2::Api"];

    public static async Task FillAsync(EmulatedAccount account, CloudAssembly assembly)
    {
        foreach (var (stack, id, properties) in assembly.OfType("AWS::SecretsManager::Secret").ToList())
        {
            var made = await account.AwsAsync(
                "secretsmanager", "create-secret", "--name", (string)properties["Name"]!, "--secret-string", "{}");
            assembly.Know(stack, id, new Dictionary<string, string> { ["Ref"] = (string)made["ARN"]! });
        }

        foreach (var (stack, id, properties) in assembly.OfType("AWS::ApiGatewayV2::Api").ToList())
        {
            var made = await account.AwsAsync(
                "apigatewayv2",
                "create-api",
                "--name",
                (string)properties["Name"]!,
                "--protocol-type",
                (string)properties["ProtocolType"]!);
            assembly.Know(
                stack,
                id,
                new Dictionary<string, string> { ["Ref"] = (string)made["ApiId"]!, ["ApiEndpoint"] = (string)made["ApiEndpoint"]! });
        }

        KnowAliases(assembly);

        // of Amazon Connect it knows instances only, so flows and their modules have addresses that lead nowhere
        KnowFlows(assembly, "AWS::Connect::ContactFlow", "contact-flow", "ContactFlowArn");
        KnowFlows(assembly, "AWS::Connect::ContactFlowModule", "flow-module", "ContactFlowModuleArn");

        // it reads tags of keys in another form than CloudFormation takes them
        foreach (var (_, _, properties) in assembly.OfType("AWS::KMS::Key"))
        {
            properties.Remove("Tags");
        }

        // the layer of Secrets Manager's extension belongs to an account of AWS; those of the templates are referred to
        foreach (var layers in assembly.OfType("AWS::Lambda::Function").Select(each => each.Properties["Layers"]).OfType<JsonArray>())
        {
            layers.RemoveAll(static layer => (layer as JsonObject)?["Ref"] is null);
        }

        assembly.Save();
    }

    /// <summary>
    /// Leaves out the mappings of the tables' streams, where tables are written to. At each write the emulator calls the function of the
    /// mapping inside that write, with the record as JSON that it cannot make of binary values (moto 5.2.1: <c>StreamShard.add</c>,
    /// <c>send_dynamodb_items</c>), so a transaction with a compressed incident is cancelled with a TypeError. Deleting or disabling the
    /// mapping does not help, because the table keeps it, and turning the stream off fails every write. Without a mapping the stream itself
    /// works.
    /// </summary>
    public static void LeaveOutMappings(CloudAssembly assembly)
    {
        assembly.LeaveOut("AWS::Lambda::EventSourceMapping");
        assembly.Save();
    }

    /// <summary>
    /// Aliases have the addresses that they will have, and rights on them cannot be given before they are there.
    /// </summary>
    private static void KnowAliases(CloudAssembly assembly)
    {
        var names = assembly.OfType("AWS::Lambda::Function").ToDictionary(
            static function => function.Id, static function => (string)function.Properties["FunctionName"]!, StringComparer.Ordinal);
        var instance = Synthesis.Sample().Instance;
        foreach (var (stack, id, properties) in assembly.OfType("AWS::Lambda::Alias").ToList())
        {
            var name = names[(string)properties["FunctionName"]!["Ref"]!];
            var arn = $"arn:aws:lambda:{instance.Region}:{instance.AccountId}:function:{name}:{properties["Name"]}";
            assembly.Know(stack, id, new Dictionary<string, string> { ["Ref"] = arn });
        }

        assembly.LeaveOut("AWS::Lambda::Permission", static permission => IsOfAlias(permission["FunctionName"]!.ToJsonString()));
    }

    /// <summary>By its address, or by its export where it is in another stack.</summary>
    private static bool IsOfAlias(string function) =>
        function.EndsWith(":live\"", StringComparison.Ordinal) || function.Contains("Live", StringComparison.Ordinal);

    private static void KnowFlows(CloudAssembly assembly, string type, string path, string attribute)
    {
        var instance = Synthesis.Sample().Instance.Arn;
        foreach (var (stack, id, _) in assembly.OfType(type).ToList())
        {
            var arn = $"{instance}/{path}/{id}";
            assembly.Know(stack, id, new Dictionary<string, string> { ["Ref"] = arn, [attribute] = arn });
        }
    }
}
