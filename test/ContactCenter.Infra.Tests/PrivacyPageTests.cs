using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests;

/// <summary>Whatever a deployment has that keeps data stands on the page of what is kept of customers.</summary>
public sealed class PrivacyPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.File("docs", "design", "privacy.md"));

    /// <summary>Types of resources that keep nothing that anybody said or is: rules, rights, code and wiring.</summary>
    private static readonly string[] KeepsNothing =
    [
        "AWS::ApiGatewayV2::", "AWS::CDK::", "AWS::CloudWatch::", "AWS::Connect::", "AWS::CloudFormation::", "AWS::Events::", "AWS::IAM::",
        "AWS::KMS::", "AWS::Lambda::", "AWS::Lex::", "AWS::Logs::MetricFilter", "AWS::S3::BucketPolicy", "AWS::SNS::", "AWS::SQS::QueuePolicy",
        "AWS::Scheduler::", "AWS::Cognito::UserPoolClient", "AWS::Cognito::UserPoolDomain", "AWS::Cognito::UserPoolGroup",
        "AWS::Cognito::UserPoolResourceServer", "Custom::", "AWS::ServiceDiscovery::",
    ];

    [Fact]
    public void Each_type_of_resource_that_keeps_data_stands_on_the_page()
    {
        var types = Synthesis.All.Values.SelectMany(static template => template["Resources"]?.AsObject() ?? [])
            .Select(static resource => (string)resource.Value!["Type"]!)
            .Distinct()
            .Where(static type => !KeepsNothing.Any(start => type.StartsWith(start, StringComparison.Ordinal)))
            .ToArray();

        Assert.Contains("AWS::DynamoDB::Table", types);
        Assert.DoesNotContain(types, static type => !Page.Contains($"`{type}`", StringComparison.Ordinal));
    }
}
