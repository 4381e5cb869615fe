using System.Net;
using Amazon.DynamoDBv2;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using Range = ContactCenter.Core.Remediation.Capacity.ScalableTarget;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>Answers that the emulator never gives, from a server in this process.</summary>
public sealed class RefusedChangeTests
{
    private static readonly CapacityChange Update = new() { Update = new TableUpdate { Table = new Throughput(40, 5) } };
    private static readonly CapacityChange Move = new()
    {
        Targets = [new ScalableTargetChange(null, CapacityKind.Read, new Range(5, 100))]
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ResourceInUseException", 400, ChangeOutcome.InUse)]
    [InlineData("LimitExceededException", 400, ChangeOutcome.LimitExceeded)]
    [InlineData("ResourceNotFoundException", 400, ChangeOutcome.Gone)]
    [InlineData("ValidationException", 400, ChangeOutcome.Stale)]
    [InlineData("ThrottlingException", 400, ChangeOutcome.Unavailable)]
    [InlineData("InternalServerError", 500, ChangeOutcome.Unavailable)]
    public async Task A_refusal_of_DynamoDB_is_told_as_what_it_means(string error, int status, ChangeOutcome outcome) =>
        Assert.Equal(outcome, await ApplyAsync("DynamoDB_20120810.UpdateTable", error, status, Update));

    [Theory]
    [InlineData("ConcurrentUpdateException", 400, ChangeOutcome.InUse)]
    [InlineData("LimitExceededException", 400, ChangeOutcome.LimitExceeded)]
    [InlineData("ObjectNotFoundException", 400, ChangeOutcome.Gone)]
    [InlineData("ValidationException", 400, ChangeOutcome.Stale)]
    [InlineData("InternalServiceException", 500, ChangeOutcome.Unavailable)]
    public async Task A_refusal_of_Application_Auto_Scaling_is_told_as_what_it_means(string error, int status, ChangeOutcome outcome) =>
        Assert.Equal(outcome, await ApplyAsync("AnyScaleFrontendService.RegisterScalableTarget", error, status, Move));

    [Fact]
    public async Task A_missing_permission_is_no_outcome_that_a_later_try_would_cure() =>
        await Assert.ThrowsAsync<AmazonDynamoDBException>(() =>
            ApplyAsync("DynamoDB_20120810.UpdateTable", "AccessDeniedException", 400, Update));

    private static async Task<ChangeOutcome> ApplyAsync(string operation, string error, int status, CapacityChange change)
    {
        await using var server = await LocalHttpServer.StartAsync(async context =>
        {
            var isAsked = context.Request.Headers["X-Amz-Target"] == operation;
            context.Response.StatusCode = isAsked ? status : (int)HttpStatusCode.NotFound;
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync(isAsked ? $$"""{"__type":"com.amazonaws#{{error}}","message":"no"}""" : "{}");
        });
        using var services = new CapacityServices(server.Address);
        return await services.Tables().ApplyAsync("customers", change, Stop);
    }
}
