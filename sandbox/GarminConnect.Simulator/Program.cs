await GarminConnect.Simulator.GarminSimulator.Create(args).RunAsync();
