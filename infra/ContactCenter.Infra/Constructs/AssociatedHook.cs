using Amazon.CDK.AWS.Connect;
using Amazon.CDK.AWS.Lambda;
using ContactCenter.Infra.Stacks;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// A hook as Amazon Connect may call it: contact flows of this one instance, in this account, and nobody else. The association would give
/// the right by itself; written out it can be read here and cannot be lost.
/// </summary>
internal static class AssociatedHook
{
    /// <summary>Associates a function with the instance.</summary>
    /// <param name="stack">The stack that gets the association.</param>
    /// <param name="hook">The function, which may be in another stack.</param>
    public static CfnIntegrationAssociation Add(ContactCenterStack stack, DeployedFunction hook)
    {
        var instance = stack.Deployment.Configuration.Instance;
        var permission = new CfnPermission(stack, $"{hook.Function.Handler}Caller", new CfnPermissionProps
        {
            FunctionName = hook.Lambda.FunctionArn,
            Action = "lambda:InvokeFunction",
            Principal = "connect.amazonaws.com",
            SourceArn = instance.Arn,
            SourceAccount = instance.AccountId,
        });
        var association = new CfnIntegrationAssociation(stack, $"{hook.Function.Handler}Association", new CfnIntegrationAssociationProps
        {
            // the property is called an id and takes the ARN
            InstanceId = instance.Arn,
            IntegrationType = "LAMBDA_FUNCTION",
            IntegrationArn = hook.Lambda.FunctionArn,
        });
        association.AddDependency(permission);
        return association;
    }
}
