using ContactCenter.Infra;

// What the CDK command line runs: cdk.json says so. Problems of the configuration end it before anything is synthesised.
// With the argument "flows" it prints docs/flows.md instead.
return args is ["flows", ..]
    ? DeploymentApp.PrintFlows(args.ElementAtOrDefault(1), Console.Out, Console.Error)
    : DeploymentApp.Run(Console.Error);
