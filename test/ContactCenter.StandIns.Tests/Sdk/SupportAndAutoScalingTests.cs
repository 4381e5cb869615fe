using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;

namespace ContactCenter.StandIns.Tests.Sdk;

public sealed class SupportAndAutoScalingTests
{
    [Fact]
    public async Task A_support_case_is_spelled_in_lower_camel_case()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""{"caseId":"case-1"}""");
        using var client = new AmazonAWSSupportClient(RecordedService.Credentials, service.Configure(new AmazonAWSSupportConfig()));

        CreateCaseResponse response = await client.CreateCaseAsync(
            new CreateCaseRequest { Subject = "s", CommunicationBody = "b", SeverityCode = "urgent", CcEmailAddresses = ["a@example.com"] },
            TestContext.Current.CancellationToken);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal("AWSSupport_20130415.CreateCase", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Equal(
            """{"subject":"s","severityCode":"urgent","communicationBody":"b","ccEmailAddresses":["a@example.com"]}""", request.Body);
        Assert.Equal("case-1", response.CaseId);
    }

    [Fact]
    public async Task Support_cases_are_read()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""
            {"cases":[{"caseId":"c","status":"opened","recentCommunications":{"communications":[{"body":"hello","submittedBy":"a"}]}}]}
            """);
        using var client = new AmazonAWSSupportClient(RecordedService.Credentials, service.Configure(new AmazonAWSSupportConfig()));

        DescribeCasesResponse response = await client.DescribeCasesAsync(
            new DescribeCasesRequest { CaseIdList = ["c"], IncludeCommunications = true },
            TestContext.Current.CancellationToken);

        CaseDetails found = Assert.Single(response.Cases);
        Assert.Equal(("c", "opened", "hello"), (found.CaseId, found.Status, found.RecentCommunications.Communications[0].Body));
    }

    [Fact]
    public async Task A_scalable_target_is_registered()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""{"ScalableTargetARN":"arn:t"}""");
        using var client = AutoScaling(service);

        RegisterScalableTargetResponse response = await client.RegisterScalableTargetAsync(
            new RegisterScalableTargetRequest
            {
                ServiceNamespace = ServiceNamespace.Dynamodb,
                ResourceId = "table/customers",
                ScalableDimension = ScalableDimension.DynamodbTableReadCapacityUnits,
                MaxCapacity = 400,
                SuspendedState = new SuspendedState { DynamicScalingInSuspended = true },
            },
            TestContext.Current.CancellationToken);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal("AnyScaleFrontendService.RegisterScalableTarget", request.Headers["X-Amz-Target"]);
        Assert.Contains("/application-autoscaling/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            """{"ServiceNamespace":"dynamodb","ResourceId":"table/customers","ScalableDimension":"dynamodb:table:ReadCapacityUnits","MaxCapacity":400,"SuspendedState":{"DynamicScalingInSuspended":true}}""",
            request.Body);
        Assert.Equal("arn:t", response.ScalableTargetARN);
    }

    [Fact]
    public async Task Scaling_policies_are_read()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""
            {"ScalingPolicies":[{"PolicyName":"p","PolicyType":"TargetTrackingScaling","ScalableDimension":"dynamodb:table:WriteCapacityUnits",
              "TargetTrackingScalingPolicyConfiguration":{"TargetValue":70.0,"ScaleInCooldown":60,
                "PredefinedMetricSpecification":{"PredefinedMetricType":"DynamoDBWriteCapacityUtilization"}},
              "Alarms":[{"AlarmName":"a","AlarmARN":"arn:a"}],"CreationTime":1772452800.0}]}
            """);
        using var client = AutoScaling(service);

        DescribeScalingPoliciesResponse response = await client.DescribeScalingPoliciesAsync(
            new DescribeScalingPoliciesRequest { ServiceNamespace = ServiceNamespace.Dynamodb },
            TestContext.Current.CancellationToken);

        ScalingPolicy policy = Assert.Single(response.ScalingPolicies);
        Assert.Equal(PolicyType.TargetTrackingScaling, policy.PolicyType);
        Assert.Equal(ScalableDimension.DynamodbTableWriteCapacityUnits, policy.ScalableDimension);
        Assert.Equal(70, policy.TargetTrackingScalingPolicyConfiguration.TargetValue);
        Assert.Equal(
            MetricType.DynamoDBWriteCapacityUtilization,
            policy.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType);
        Assert.Equal("arn:a", Assert.Single(policy.Alarms).AlarmARN);
    }

    [Fact]
    public async Task An_error_is_the_services_exception()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"__type":"ValidationException","Message":"no such namespace"}""", System.Net.HttpStatusCode.BadRequest);
        using var client = AutoScaling(service);

        var e = await Assert.ThrowsAsync<ValidationException>(
            () => client.DescribeScalableTargetsAsync(new DescribeScalableTargetsRequest(), TestContext.Current.CancellationToken));

        Assert.Equal(("ValidationException", "no such namespace"), (e.ErrorCode, e.Message));
    }

    private static AmazonApplicationAutoScalingClient AutoScaling(RecordedService service) =>
        new(RecordedService.Credentials, service.Configure(new AmazonApplicationAutoScalingConfig()));
}
