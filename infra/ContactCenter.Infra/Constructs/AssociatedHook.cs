using Amazon.CDK.AWS.Connect;
using Amazon.CDK.AWS.Lambda;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// A hook as Amazon Connect may call it: contact flows of this one instance, in this account, and nobody else. The association makes the
/// function known to the instance, and would give the right to call it by itself; written out it can be read here and cannot be lost. Flows
/// call the alias, for which a right of its own is enough (AWS contact center blog, "Invoke an AWS Lambda Function Alias from Amazon
/// Connect"); the one to call the function stays for flows of before and flows of people's own.
/// </summary>
internal static class AssociatedHook
{
    /// <summary>Associates a function with the instance.</summary>
    /// <param name="stack">The stack that gets the association.</param>
    /// <param name="hook">The function, which may be in another stack.</param>
    public static CfnIntegrationAssociation Add(ContactCenterStack stack, DeployedFunction hook)
    {
        var instance = stack.Deployment.Configuration.Instance;
        var function = Allow(stack, $"{hook.Function.Handler}Caller", hook.Lambda.FunctionArn, instance);
        var alias = Allow(stack, $"{hook.Function.Handler}LiveCaller", hook.Called.FunctionArn, instance);
        var association = new CfnIntegrationAssociation(stack, $"{hook.Function.Handler}Association", new CfnIntegrationAssociationProps
        {
            // the property is called an id and takes the ARN
            InstanceId = instance.Arn,
            IntegrationType = "LAMBDA_FUNCTION",
            IntegrationArn = hook.Lambda.FunctionArn,
        });
        association.AddDependency(function);
        association.AddDependency(alias);
        return association;
    }

    private static CfnPermission Allow(ContactCenterStack stack, string id, string arn, ConnectInstance instance) => new(
        stack,
        id,
        new CfnPermissionProps
        {
            FunctionName = arn,
            Action = "lambda:InvokeFunction",
            Principal = "connect.amazonaws.com",
            SourceArn = instance.Arn,
            SourceAccount = instance.AccountId,
        });
}
