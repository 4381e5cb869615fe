using System.Net;
using System.Text.Json;
using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Testing;

namespace ContactCenter.StandIns.Tests.Sdk;

/// <summary>The stand-ins against an implementation of AWS that knows nothing of them.</summary>
public sealed class EmulatorTests(EmulatorFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_message_reaches_its_subscriber()
    {
        Uri emulator = fixture.Require();
        using var client = new AmazonSimpleNotificationServiceClient(
            RecordedService.Credentials, Configure(new AmazonSimpleNotificationServiceConfig(), emulator));
        string topic = await CreateTopicAsync(emulator, "delivered");
        var received = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LocalHttpServer subscriber = await LocalHttpServer.StartAsync(async context =>
        {
            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
            if (body.RootElement.GetProperty("Type").GetString() == "Notification")
            {
                _ = received.TrySetResult(body.RootElement.Clone());
            }
        });
        _ = await CallAsync(
            emulator, "sns", ("Action", "Subscribe"), ("TopicArn", topic), ("Protocol", "http"),
            ("Endpoint", subscriber.Address.ToString()));

        PublishResponse response = await client.PublishAsync(
            new PublishRequest { TopicArn = topic, Subject = "P1", Message = "Grüße & mehr" }, Cancellation);

        JsonElement message = await received.Task.WaitAsync(Cancellation);
        Assert.Equal("Grüße & mehr", message.GetProperty("Message").GetString());
        Assert.Equal(response.MessageId, message.GetProperty("MessageId").GetString());
    }

    [Fact]
    public async Task A_batch_is_published_with_its_attributes()
    {
        Uri emulator = fixture.Require();
        using var client = new AmazonSimpleNotificationServiceClient(
            RecordedService.Credentials, Configure(new AmazonSimpleNotificationServiceConfig(), emulator));
        string topic = await CreateTopicAsync(emulator, "batch");

        PublishBatchResponse response = await client.PublishBatchAsync(
            new PublishBatchRequest
            {
                TopicArn = topic,
                PublishBatchRequestEntries =
                [
                    new()
                    {
                        Id = "a",
                        Message = "1",
                        MessageAttributes = new() { ["severity"] = new() { DataType = "String", StringValue = "P1" } },
                    },
                    new() { Id = "b", Message = "2" },
                ],
            },
            Cancellation);

        Assert.Equal(["a", "b"], response.Successful.Select(s => s.Id));
    }

    [Fact]
    public async Task A_topic_that_is_not_there_is_not_found()
    {
        Uri emulator = fixture.Require();
        using var client = new AmazonSimpleNotificationServiceClient(
            RecordedService.Credentials, Configure(new AmazonSimpleNotificationServiceConfig(), emulator));

        var e = await Assert.ThrowsAsync<NotFoundException>(() => client.PublishAsync(
            new PublishRequest { TopicArn = "arn:aws:sns:eu-central-1:123456789012:absent", Message = "m" }, Cancellation));

        Assert.Equal(("NotFound", HttpStatusCode.NotFound), (e.ErrorCode, e.StatusCode));
    }

    [Fact]
    public async Task Metric_values_come_back_as_they_were_put()
    {
        Uri emulator = fixture.Require();
        using var client = new AmazonCloudWatchClient(RecordedService.Credentials, Configure(new AmazonCloudWatchConfig(), emulator));
        var start = new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);
        Amazon.CloudWatch.Model.Dimension queue = new() { Name = "QueueName", Value = "Sales" };
        _ = await client.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "ContactCenter",
                MetricData =
                [
                    new() { MetricName = "Waiting", Dimensions = [queue], Timestamp = start, Value = 3.5, Unit = StandardUnit.Count },
                    new()
                    {
                        MetricName = "Waiting",
                        Dimensions = [queue],
                        Timestamp = start.AddSeconds(30),
                        Value = 4,
                        Unit = StandardUnit.Count
                    },
                    new()
                    {
                        MetricName = "Waiting",
                        Dimensions = [queue],
                        Timestamp = start.AddMinutes(1),
                        Value = 9,
                        Unit = StandardUnit.Count
                    },
                ],
            },
            Cancellation);

        GetMetricDataResponse response = await client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = start,
                EndTime = start.AddMinutes(2),
                ScanBy = ScanBy.TimestampAscending,
                MetricDataQueries =
                [
                    new()
                    {
                        Id = "sum",
                        MetricStat = new()
                        {
                            Metric = new() { Namespace = "ContactCenter", MetricName = "Waiting", Dimensions = [queue] },
                            Period = 60,
                            Stat = "Sum",
                        },
                    },
                ],
            },
            Cancellation);

        MetricDataResult series = Assert.Single(response.MetricDataResults);
        Assert.Equal([start, start.AddMinutes(1)], series.Timestamps);
        Assert.Equal([7.5, 9], series.Values);
    }

    [Fact]
    public async Task An_alarm_takes_the_state_that_is_set()
    {
        Uri emulator = fixture.Require();
        using var client = new AmazonCloudWatchClient(RecordedService.Credentials, Configure(new AmazonCloudWatchConfig(), emulator));
        _ = await CallAsync(
            emulator,
            "monitoring",
            ("Action", "PutMetricAlarm"),
            ("AlarmName", "queue-wait"),
            ("Namespace", "AWS/Connect"),
            ("MetricName", "LongestQueueWaitTime"),
            ("Statistic", "Maximum"),
            ("Period", "60"),
            ("EvaluationPeriods", "3"),
            ("DatapointsToAlarm", "2"),
            ("Threshold", "120.5"),
            ("ComparisonOperator", "GreaterThanThreshold"));

        _ = await client.SetAlarmStateAsync(
            new SetAlarmStateRequest { AlarmName = "queue-wait", StateValue = StateValue.ALARM, StateReason = "test" }, Cancellation);
        DescribeAlarmsResponse response = await client.DescribeAlarmsAsync(
            new DescribeAlarmsRequest { AlarmNames = ["queue-wait"], StateValue = StateValue.ALARM }, Cancellation);

        MetricAlarm alarm = Assert.Single(response.MetricAlarms);
        Assert.Equal((StateValue.ALARM, "test"), (alarm.StateValue, alarm.StateReason));
        Assert.Equal((3, 2, 120.5), (alarm.EvaluationPeriods, alarm.DatapointsToAlarm, alarm.Threshold));
        Assert.Equal(ComparisonOperator.GreaterThanThreshold, alarm.ComparisonOperator);
    }

    [Fact]
    public async Task An_alarm_that_is_not_there_is_an_error()
    {
        Uri emulator = fixture.Require();
        using var client = new AmazonCloudWatchClient(RecordedService.Credentials, Configure(new AmazonCloudWatchConfig(), emulator));

        var e = await Assert.ThrowsAsync<Amazon.CloudWatch.Model.ResourceNotFoundException>(() => client.SetAlarmStateAsync(
            new SetAlarmStateRequest { AlarmName = "absent", StateValue = StateValue.OK, StateReason = "r" }, Cancellation));

        Assert.StartsWith("ResourceNotFound", e.ErrorCode, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scalable_target_is_found_after_it_was_registered()
    {
        Uri emulator = fixture.Require();
        using var client = new AmazonApplicationAutoScalingClient(
            RecordedService.Credentials, Configure(new AmazonApplicationAutoScalingConfig(), emulator));
        _ = await client.RegisterScalableTargetAsync(
            new RegisterScalableTargetRequest
            {
                ServiceNamespace = ServiceNamespace.Dynamodb,
                ResourceId = "table/customers",
                ScalableDimension = ScalableDimension.DynamodbTableReadCapacityUnits,
                MinCapacity = 5,
                MaxCapacity = 50,
            },
            Cancellation);

        DescribeScalableTargetsResponse response = await client.DescribeScalableTargetsAsync(
            new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Dynamodb, ResourceIds = ["table/customers"] },
            Cancellation);
        DescribeScalingPoliciesResponse policies = await client.DescribeScalingPoliciesAsync(
            new DescribeScalingPoliciesRequest { ServiceNamespace = ServiceNamespace.Dynamodb }, Cancellation);

        ScalableTarget target = Assert.Single(response.ScalableTargets);
        Assert.Equal((5, 50), (target.MinCapacity, target.MaxCapacity));
        Assert.Equal(ScalableDimension.DynamodbTableReadCapacityUnits, target.ScalableDimension);
        Assert.Empty(policies.ScalingPolicies);
    }

    [Fact]
    public async Task A_support_case_is_found_after_it_was_created()
    {
        Uri emulator = fixture.Require();
        AmazonAWSSupportConfig config = Configure(new AmazonAWSSupportConfig(), emulator);
        config.AuthenticationRegion = "us-east-1"; // the only region that AWS Support has
        using var client = new AmazonAWSSupportClient(RecordedService.Credentials, config);
        CreateCaseResponse created = await client.CreateCaseAsync(
            new CreateCaseRequest
            {
                Subject = "No calls",
                CommunicationBody = "since noon",
                SeverityCode = "urgent",
                ServiceCode = "amazon-connect",
                CategoryCode = "other",
                Language = "en"
            },
            Cancellation);

        DescribeCasesResponse response = await client.DescribeCasesAsync(
            new DescribeCasesRequest { CaseIdList = [created.CaseId] }, Cancellation);

        Assert.Equal(("No calls", created.CaseId), (Assert.Single(response.Cases).Subject, response.Cases[0].CaseId));
    }

    private static T Configure<T>(T config, Uri emulator)
        where T : ClientConfig
    {
        config.ServiceURL = emulator.ToString();
        config.AuthenticationRegion = "eu-central-1";
        return config;
    }

    private static async Task<string> CreateTopicAsync(Uri emulator, string name)
    {
        string answer = await CallAsync(emulator, "sns", ("Action", "CreateTopic"), ("Name", name));
        int start = answer.IndexOf("arn:", StringComparison.Ordinal);
        return answer[start..answer.IndexOf('<', start)];
    }

    /// <summary>
    /// An operation that the stand-ins do not have. The emulator reads the service off the credential, and checks no signature.
    /// </summary>
    private static async Task<string> CallAsync(Uri emulator, string service, params (string Name, string Value)[] fields)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        _ = request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260302/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using HttpResponseMessage response = await http.SendAsync(request, Cancellation);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation);
    }
}
