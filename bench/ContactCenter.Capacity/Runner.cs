using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity;

/// <summary>Plays a trace against a table that a policy runs.</summary>
public static class Runner
{
    private const int EpisodeGap = 600;

    /// <summary>A table has at least one partition, so this much is warm from the start.</summary>
    private static readonly Throughput OnePartition = new(3000, 1000);

    public static (Score Score, SimulatedTable Table) Run(Trace trace, IPolicy policy, int seed)
    {
        var first = trace.FirstCapacity(Limits.Minimum);
        var options = policy.Prepare(trace, new SimulatedTableOptions
        {
            Name = trace.Name,
            Start = trace.Start,
            Provisioned = first,
            Indexes = trace.Provision(index => trace.Capacity(index, Limits.Minimum, 600, 1 / 0.7)),
            WarmThroughput = Throughput.Max(first, OnePartition),
            MinutesKept = (trace.Seconds / 60) + 1,
            Seed = seed,
        });
        var table = new SimulatedTable(options);
        var (requests, throttled, hot, seconds, longest) = (0.0, 0.0, 0.0, 0, 0);
        var (began, last) = (0, int.MinValue / 2);
        for (var second = 0; second < trace.Seconds; second++)
        {
            policy.Before(second, table);
            var demand = trace.At(second);
            var step = table.Step(second, demand);
            requests += trace.Asked(second);
            hot += step.KeyRange;
            if (step.Throttled > 1e-9)
            {
                throttled += step.Throttled;
                seconds++;
                began = second - last > EpisodeGap ? second : began;
                last = second;
                longest = Math.Max(longest, last - began + 1);
            }
        }

        var score = new Score(
            trace.Name, policy.Name, requests, throttled, hot, seconds, table.Cost(DynamoDbPrices.Default), table.Decreases, table.Updates,
            longest);
        return (score, table);
    }
}
