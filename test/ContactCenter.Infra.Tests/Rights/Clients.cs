using System.Reflection;

namespace ContactCenter.Infra.Tests.Rights;

/// <summary>Which methods are operations of AWS.</summary>
internal static class Clients
{
    /// <summary>What IAM calls a service, where its package is called otherwise.</summary>
    private static readonly Dictionary<string, string> Services = new(StringComparer.Ordinal)
    {
        ["AWSSupport"] = "support",
        ["ApplicationAutoScaling"] = "application-autoscaling",
        ["ConnectCases"] = "cases",
        ["DynamoDBv2"] = "dynamodb",
        ["LexModelsV2"] = "lex",
        ["SimpleNotificationService"] = "sns",
    };

    /// <summary>Our own methods that do no more than pass a request on: whoever calls them knows the item.</summary>
    private static readonly Dictionary<string, string> PassingOn = new(StringComparer.Ordinal)
    {
        ["QueryPages.ItemsAsync"] = "dynamodb:Query",
        ["ContactItems.PutNewAsync"] = "dynamodb:PutItem",
        ["ContactItems.TakeAwayAsync"] = "dynamodb:DeleteItem",
    };

    /// <summary>The operation that a method is, or null.</summary>
    public static string? OperationOf(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (PassingOn.TryGetValue($"{type.Name}.{method.Name}", out var passed))
        {
            return passed;
        }

        var assembly = type.Assembly.GetName().Name!;
        return assembly.StartsWith("AWSSDK.", StringComparison.Ordinal)
            && (type.Name.StartsWith("IAmazon", StringComparison.Ordinal) || type.Name.EndsWith("Client", StringComparison.Ordinal))
            && method.Name.EndsWith("Async", StringComparison.Ordinal)
                ? $"{Service(assembly["AWSSDK.".Length..])}:{method.Name[..^"Async".Length]}"
                : null;
    }

    private static string Service(string package) => Services.GetValueOrDefault(package) ?? package.ToLowerInvariant();
}
