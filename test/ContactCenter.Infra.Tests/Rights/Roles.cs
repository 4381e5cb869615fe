using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactCenter.Infra.Tests.Rights;

/// <summary>
/// What the roles of functions may do in the templates of a deployment. What CloudFormation fills in is replaced by names: that of a
/// resource, or where it gets none of ours, of its stack and of what the program calls it.
/// </summary>
internal sealed partial class Roles
{
    private readonly IReadOnlyDictionary<string, JsonObject> _templates;
    private readonly Dictionary<string, (string Stack, JsonNode Value)> _exports = new(StringComparer.Ordinal);

    private Roles(IReadOnlyDictionary<string, JsonObject> templates)
    {
        _templates = templates;
        foreach (var (stack, template) in templates)
        {
            foreach (var (_, output) in template["Outputs"]?.AsObject() ?? [])
            {
                if ((string?)output!["Export"]?["Name"] is { } name)
                {
                    _exports.Add($"{name}", (stack, output["Value"]!));
                }
            }
        }
    }

    /// <summary>The statements of each function, by the name of its handler; of the Region of the instance alone.</summary>
    public static ILookup<string, Grant> Of(IReadOnlyDictionary<string, JsonObject> templates)
    {
        var roles = new Roles(templates);
        return templates.Where(static template => !template.Key.Contains("-standby-", StringComparison.Ordinal))
            .SelectMany(template => roles.OfStack(template.Key, template.Value))
            .ToLookup(static each => each.Handler, static each => each.Grant, StringComparer.Ordinal);
    }

    private IEnumerable<(string Handler, Grant Grant)> OfStack(string stack, JsonObject template) =>
        from function in template.Resources("AWS::Lambda::Function")
        let handler = (string?)function.Properties["Environment"]?["Variables"]?["ANNOTATIONS_HANDLER"]
        where handler is not null
        let role = (string)function.Properties["Role"]!["Fn::GetAtt"]![0]!
        from policy in template.Resources("AWS::IAM::Policy").Concat(template.Resources("AWS::IAM::ManagedPolicy"))
        where policy.Properties["Roles"]?.AsArray().Any(each => (string?)each!["Ref"] == role) is true
        from statement in policy.Properties["PolicyDocument"]!["Statement"]!.AsArray()
        select (handler, new Grant(statement!.AsObject(), node => Texts(stack, node)));

    private IReadOnlyList<string> Texts(string stack, JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(each => Text(stack, each!))],
        null => [],
        _ => [Text(stack, node)],
    };

    private string Text(string stack, JsonNode node)
    {
        if (node is JsonValue value)
        {
            return value.ToString();
        }

        var (name, argument) = node.AsObject().Single();
        return name switch
        {
            "Ref" => NameOf(stack, (string)argument!),
            "Fn::GetAtt" => Attribute(stack, (string)argument![0]!, (string)argument[1]!),
            "Fn::Join" => string.Join((string)argument![0]!, argument[1]!.AsArray().Select(each => Text(stack, each!))),

            // what is cut out of an ARN is the id at its end
            "Fn::Select" => "id",
            "Fn::ImportValue" => Exported(Text(stack, argument!)),
            _ => throw new InvalidOperationException($"{stack}: of {name} nothing is known"),
        };
    }

    private string Exported(string name) => Text(_exports[name].Stack, _exports[name].Value);

    private string Attribute(string stack, string id, string attribute)
    {
        var name = NameOf(stack, id);
        if (attribute is not "Arn" || name.StartsWith("arn:", StringComparison.Ordinal))
        {
            return attribute.EndsWith("Arn", StringComparison.Ordinal) ? Arn("connect", "", name) : $"{name}.{attribute}";
        }

        return TypeOf(stack, id) switch
        {
            "AWS::DynamoDB::Table" => Arn("dynamodb", "table/", name),
            "AWS::Kinesis::Stream" => Arn("kinesis", "stream/", name),
            "AWS::KMS::Key" => Arn("kms", "key/", name),
            "AWS::Logs::LogGroup" => Arn("logs", "log-group:", name),
            "AWS::SQS::Queue" => Arn("sqs", "", name),
            "AWS::S3::Bucket" => $"arn:aws:s3:::{name}",
            "AWS::Cognito::UserPool" => Arn("cognito-idp", "userpool/", name),
            var type => Arn(type.ToLowerInvariant(), "", name),
        };
    }

    private static string Arn(string service, string kind, string name) => $"arn:aws:{service}:eu-central-1:123456789012:{kind}{name}";

    private string TypeOf(string stack, string id) => (string)_templates[stack]["Resources"]![id]!["Type"]!;

    private string NameOf(string stack, string id)
    {
        if (id.StartsWith("AWS::", StringComparison.Ordinal))
        {
            return id["AWS::".Length..];
        }

        var properties = _templates[stack]["Resources"]![id]!["Properties"];
        var type = TypeOf(stack, id);
        var name = type switch
        {
            "AWS::DynamoDB::Table" => properties?["TableName"],
            "AWS::SNS::Topic" => properties?["TopicName"],
            "AWS::SecretsManager::Secret" => properties?["Name"],
            _ => null,
        };
        var known = name is null ? $"{stack["cc-prod-".Length..]}.{Hash().Replace(id, "")}" : Text(stack, name);
        return type switch
        {
            "AWS::SNS::Topic" => Arn("sns", "", known),
            "AWS::SecretsManager::Secret" => Arn("secretsmanager", "secret:", known),
            _ => known,
        };
    }

    /// <summary>What the CDK ends the names of resources with.</summary>
    [GeneratedRegex("[0-9A-F]{8}$")]
    private static partial Regex Hash();
}
