namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// What the emulator's CloudFormation cannot do is taken from the template and done before the deployment: resources that others refer to
/// are made through their services, and what it stumbles over is left out.
/// </summary>
internal static class EmulatorGaps
{
    public static async Task FillAsync(EmulatedAccount account, CloudAssembly assembly)
    {
        foreach (var (stack, id, properties) in assembly.OfType("AWS::SecretsManager::Secret").ToList())
        {
            var made = await account.AwsAsync("secretsmanager", "create-secret", "--name", (string)properties["Name"]!, "--secret-string", "{}");
            assembly.Know(stack, id, new Dictionary<string, string> { ["Ref"] = (string)made["ARN"]! });
        }

        foreach (var (stack, id, properties) in assembly.OfType("AWS::ApiGatewayV2::Api").ToList())
        {
            var made = await account.AwsAsync("apigatewayv2", "create-api", "--name", (string)properties["Name"]!, "--protocol-type", (string)properties["ProtocolType"]!);
            assembly.Know(stack, id, new Dictionary<string, string> { ["Ref"] = (string)made["ApiId"]!, ["ApiEndpoint"] = (string)made["ApiEndpoint"]! });
        }

        // it reads tags of keys in another form than CloudFormation takes them
        foreach (var (_, _, properties) in assembly.OfType("AWS::KMS::Key"))
        {
            properties.Remove("Tags");
        }

        // the layer of Secrets Manager's extension belongs to an account of AWS
        foreach (var (_, _, properties) in assembly.OfType("AWS::Lambda::Function"))
        {
            properties.Remove("Layers");
        }

        assembly.Save();
    }
}
